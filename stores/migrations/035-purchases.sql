-- Who bought what, and what was bought by the same customers: counted once and kept up by difference, so that a
-- recommendation reads a few rows however many orders there are. Cancelled and returned orders do not count.
create table customer_products (
  customer_id text not null,
  product_id text not null,
  primary key (customer_id, product_id)
);
create table product_buyers (
  product_id text primary key,
  buyers integer not null
);
create index product_buyers_best on product_buyers (buyers desc, product_id);
create table product_pairs (
  left_id text not null,
  right_id text not null,
  buyers integer not null,
  primary key (left_id, right_id)
);
create index product_pairs_best on product_pairs (left_id, buyers desc);
create index product_pairs_empty on product_pairs (left_id) where buyers <= 0;

-- Customers whose orders changed since they were counted.
create table purchases_changed (
  customer_id text primary key,
  changed_at timestamptz not null default now()
);

-- "do update" and not "do nothing": it locks the row, so that a count under way cannot take it before this commits.
create function mark_orders_changed() returns trigger language plpgsql as $$
begin
  insert into purchases_changed (customer_id)
  select distinct customer_id from changed order by customer_id
  on conflict (customer_id) do update set changed_at = now();
  return null;
end $$;
create function mark_items_changed() returns trigger language plpgsql as $$
begin
  insert into purchases_changed (customer_id)
  select distinct o.customer_id from changed c join orders o on o.id = c.order_id order by o.customer_id
  on conflict (customer_id) do update set changed_at = now();
  return null;
end $$;
create trigger orders_added after insert on orders
  referencing new table as changed for each statement execute function mark_orders_changed();
create trigger orders_changed after update on orders
  referencing new table as changed for each statement execute function mark_orders_changed();
create trigger orders_removed after delete on orders
  referencing old table as changed for each statement execute function mark_orders_changed();
create trigger items_added after insert on order_items
  referencing new table as changed for each statement execute function mark_items_changed();
create trigger items_changed after update on order_items
  referencing new table as changed for each statement execute function mark_items_changed();
create trigger items_removed after delete on order_items
  referencing old table as changed for each statement execute function mark_items_changed();

insert into purchases_changed (customer_id) select distinct customer_id from orders;

-- Counts up to `most` changed customers, one process at a time; how many were counted. Of a customer with very many
-- products 200 count, since pairs grow with the square.
create function count_purchases(most integer) returns integer language plpgsql as $$
declare
  ids text[];
begin
  if not pg_try_advisory_xact_lock(hashtext('kefu_count_purchases')) then return 0; end if;
  with taken as (
    delete from purchases_changed where customer_id in (
      select customer_id from purchases_changed order by customer_id limit most for update skip locked
    ) returning customer_id
  )
  select array_agg(customer_id) into ids from taken;
  if ids is null then return 0; end if;

  with bought as (
    select customer_id, product_id, row_number() over (partition by customer_id order by max(placed_at) desc) as place
    from orders join order_items on order_id = id
    where customer_id = any(ids) and status not in ('cancelled', 'returned') and product_id is not null
    group by customer_id, product_id
  ), now_has as (select customer_id, product_id from bought where place <= 200),
  had as (select customer_id, product_id from customer_products where customer_id = any(ids)),
  buyers as (
    insert into product_buyers as b (product_id, buyers)
    select product_id, sum(n) from (
      select product_id, 1 as n from now_has union all select product_id, -1 from had
    ) change group by product_id having sum(n) <> 0 order by product_id
    on conflict (product_id) do update set buyers = b.buyers + excluded.buyers
  ), pairs as (
    insert into product_pairs as p (left_id, right_id, buyers)
    select left_id, right_id, sum(n) from (
      select l.product_id as left_id, r.product_id as right_id, 1 as n
      from now_has l join now_has r on r.customer_id = l.customer_id and r.product_id <> l.product_id
      union all
      select l.product_id, r.product_id, -1
      from had l join had r on r.customer_id = l.customer_id and r.product_id <> l.product_id
    ) change group by left_id, right_id having sum(n) <> 0
    on conflict (left_id, right_id) do update set buyers = p.buyers + excluded.buyers
  ), gone as (
    delete from customer_products c where customer_id = any(ids)
      and not exists (select from now_has n where n.customer_id = c.customer_id and n.product_id = c.product_id)
  )
  insert into customer_products (customer_id, product_id) select customer_id, product_id from now_has
  on conflict do nothing;
  delete from product_pairs where buyers <= 0;
  return cardinality(ids);
end $$;

-- From a product to its accessories.
create index products_by_complements on products using gin ((attributes -> 'complements'));
create index products_by_category on products (category);
