-- A decision is stored before it is carried out; told_at: it was, and the customer has heard of it.
alter table change_approvals add column told_at timestamptz;
update change_approvals set told_at = decided_at where decided_at is not null;

-- Carried out, but broken off before anybody wrote down that it was decided: their customers are told now.
update change_approvals a
set decided_at = coalesce(f.settled_at, now()),
    approved = f.status = 'done',
    decided_by = (select o.actor from order_changes o where o.confirmation_id = f.id)
from confirmations f
where f.id = a.confirmation_id and a.decided_at is null and f.status in ('done', 'failed', 'rejected');

create index change_approvals_untold on change_approvals (decided_at) where decided_at is not null and told_at is null;
