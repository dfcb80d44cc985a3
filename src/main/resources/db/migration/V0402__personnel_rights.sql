-- Rights come from assignments and shifts: whatever changes there, the account of the member has
-- changed, and nodes forget what they knew of it.

create function member_rights_changed() returns trigger language plpgsql as $$
begin
    update account set changed_at = clock_timestamp()
    where member_id in (
        case when tg_op <> 'INSERT' then old.member_id end,
        case when tg_op <> 'DELETE' then new.member_id end);
    return null;
end $$;

create trigger assignment_changes_rights after insert or update or delete on assignment
    for each row execute function member_rights_changed();

create trigger duty_shift_changes_rights after insert or update or delete on duty_shift
    for each row execute function member_rights_changed();

alter table account add constraint account_member foreign key (member_id) references member;
