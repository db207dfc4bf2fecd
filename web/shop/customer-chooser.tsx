/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { asProblem } from '../api/problem.ts';
import type { DemoCustomerView } from '../api/types.ts';
import { fill } from '../i18n/dictionary.ts';
import { listDemoCustomers, signInAs } from './demo-customers.ts';
import type { ShopDictionary } from './i18n/dictionary.ts';
import { whenKefu } from './when-kefu.ts';

const KEPT = 'kefu:demo-customer';

/** Makes the widget speak as a sample customer, or as a visitor again; kept for this tab. */
async function become(id: string | null): Promise<void> {
  const token = id === null ? null : await signInAs(id);
  const kefu = await whenKefu();
  await kefu.identify(token);
  if (id === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, id);
}

/** Demo mode's stand-in for the shop's own sign-in: choose a sample customer, chat as them. */
export function CustomerChooser({ t }: { t: ShopDictionary }) {
  const [customers, setCustomers] = useState<DemoCustomerView[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [filter, setFilter] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  const choose = (id: string | null) =>
    become(id).then(
      () => {
        setChosen(id);
        setFault(null);
      },
      (error: unknown) => setFault(fill(t.failed, { detail: asProblem(error).message })),
    );
  useEffect(() => {
    void (async () => {
      const found = await listDemoCustomers();
      setCustomers(found);
      const kept = sessionStorage.getItem(KEPT);
      if (!found?.some(({ id }) => id === kept)) return;
      await become(kept);
      setChosen(kept);
    })();
  }, []);
  if (customers === null) return null;

  const wanted = filter.trim().toLowerCase();
  const shown = customers.filter((customer) => `${customer.name} ${customer.id}`.toLowerCase().includes(wanted));
  const current = customers.find(({ id }) => id === chosen);
  return (
    <section class="box demo" aria-labelledby="demo-title">
      <div class="box-head">
        <h2 id="demo-title">{t.demoTitle}</h2>
        <p>{t.demoText}</p>
      </div>
      <div class="demo-columns">
        <div>
          <input
            type="search"
            class="field"
            value={filter}
            placeholder={t.search}
            aria-label={t.search}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
          <ul class="people">
            {wanted === '' && (
              <li>
                <button type="button" class="someone" aria-pressed={chosen === null} onClick={() => choose(null)}>
                  <span class="initial" aria-hidden="true">
                    ?
                  </span>
                  {t.visitor}
                </button>
              </li>
            )}
            {shown.map((customer) => (
              <li key={customer.id}>
                <button
                  type="button"
                  class="someone"
                  aria-pressed={chosen === customer.id}
                  onClick={() => choose(customer.id)}
                >
                  <span class="initial" aria-hidden="true">
                    {customer.name.slice(0, 1)}
                  </span>
                  <span class="name">{customer.name}</span>
                  <span class="locale">{customer.locale}</span>
                </button>
              </li>
            ))}
            {shown.length === 0 && <li class="nobody">{t.nobody}</li>}
          </ul>
        </div>
        <div class="chosen" aria-live="polite">
          <p class="chosen-name">{current ? fill(t.signedIn, { name: current.name }) : t.signedOut}</p>
          {fault && <p class="fault">{fault}</p>}
          {current && (
            <>
              <h3>{t.orders}</h3>
              <p class="quiet">{current.orders.length > 0 ? t.ordersHint : t.noOrders}</p>
              <ul class="chips">
                {current.orders.map((order) => (
                  <li key={order}>
                    <button type="button" class="chip mono" onClick={() => window.Kefu?.compose(`${order} `)}>
                      {order}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
