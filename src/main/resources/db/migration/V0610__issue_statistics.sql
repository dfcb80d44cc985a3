-- Figures (统计) count what lies below a grid by its children.

-- The child of a node in whose subtree a key lies; the node itself for its own key.
create function grid_part(key text, node text) returns text
    language sql immutable strict parallel safe
    return case when key = node then node
                else node || split_part(substr(key, length(node) + 1), '.', 1) || '.' end;

create index issue_by_acceptance on issue (accepted_at) where accepted_at is not null;
create index work_order_by_time on work_order (dispatched_at) where is_lead;
