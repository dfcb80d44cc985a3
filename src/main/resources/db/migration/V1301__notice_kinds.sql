-- Two more things that people are told of. The list stands after all others that were written before it, and is
-- added to, not written anew: whatever stands in it stays.

do $$
declare
    known text;
begin
    select pg_get_constraintdef(oid) into strict known
    from pg_constraint where conrelid = 'notification'::regclass and conname = 'notification_kind_known';
    alter table notification drop constraint notification_kind_known;
    execute 'alter table notification add constraint notification_kind_known '
        || replace(known, 'ARRAY[', 'ARRAY[''POLICY_PUBLISHED''::text, ''ACTIVITY_PLACE_GIVEN''::text, ');
end $$;
