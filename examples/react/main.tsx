import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useKefu } from './use-kefu.ts';

const SERVER = 'http://127.0.0.1:3000';

/** A product's page: the chat knows which product is looked at and tells when a person takes over. */
function ProductPage({ productId }: { productId: string }) {
  const [token, setToken] = useState<string | null>(null);
  const [status, setStatus] = useState('bot');
  const kefu = useKefu(SERVER, token);
  useEffect(() => {
    kefu?.setContext({ productId });
    return () => kefu?.setContext(null);
  }, [kefu, productId]);
  useEffect(() => kefu?.on('status', setStatus), [kefu]);

  async function signIn() {
    // A shop's own server signs the token of whoever is logged in; the demo signs for its customers.
    const answer = await fetch(`${SERVER}/api/demo/customers/C001/token`, { method: 'POST' });
    setToken(((await answer.json()) as { token: string }).token);
  }
  return (
    <main>
      <h1>A shop in React</h1>
      <button type="button" disabled={!kefu} onClick={() => kefu?.open()}>
        Open the chat
      </button>
      <button type="button" disabled={!kefu} onClick={() => kefu?.send('Is this in stock?')}>
        Ask about this product
      </button>
      <button type="button" onClick={() => void signIn()}>
        {token ? 'Signed in' : 'Sign in'}
      </button>
      <p>Talking to: {status}</p>
    </main>
  );
}

const place = document.querySelector('#shop');
if (place) createRoot(place).render(<ProductPage productId="P1001" />);
