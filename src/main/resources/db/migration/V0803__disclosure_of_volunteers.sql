-- The names of volunteers are looked at for what they help in.

alter table disclosure drop constraint disclosure_purpose_known;
alter table disclosure add constraint disclosure_purpose_known check (
    purpose in ('VISIT', 'ISSUE', 'CARE', 'CORRECTION', 'EMERGENCY', 'OFFICIAL_REQUEST', 'VOLUNTEERING', 'OWN_RECORD'));
