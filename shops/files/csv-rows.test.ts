import { expect, it } from 'vitest';
import { csvRows } from './csv-rows.ts';

it('joins the lines of a product to its variants and reads both languages', () => {
  const text =
    'id,name.zh,name.en,price,variantId,variantPrice,variantOptions.color,attributes.brand\n' +
    'P1,水壶,Kettle,90,K-1,90,red,Boil\nP1,,,,K-2,95,blue,\nP2,杯,"Cup, large",5,,,,\n';
  expect(csvRows('products', text).map(({ row }) => row)).toEqual([
    {
      id: 'P1',
      name: { zh: '水壶', en: 'Kettle' },
      price: '90',
      attributes: { brand: 'Boil' },
      variants: [
        { id: 'K-1', price: '90', options: { color: 'red' } },
        { id: 'K-2', price: '95', options: { color: 'blue' } },
      ],
    },
    { id: 'P2', name: { zh: '杯', en: 'Cup, large' }, price: '5' },
  ]);
});

it('joins the lines of an order to its items; a cell may be JSON', () => {
  const text =
    'id;customerId;status;placedAt;productId;variantId;itemName;quantity;unitPrice;shipments\n' +
    'O1;C1;shipped;2026-03-01;P1;K-1;Kettle;1;90;"[{""carrier"":""SF""}]"\n;;;;P2;;Cup;2;5;\n';
  expect(csvRows('orders', text).map(({ row }) => row)).toEqual([
    {
      id: 'O1',
      customerId: 'C1',
      status: 'shipped',
      placedAt: '2026-03-01',
      shipments: [{ carrier: 'SF' }],
      items: [
        { productId: 'P1', variantId: 'K-1', name: 'Kettle', quantity: '1', unitPrice: '90' },
        { productId: 'P2', name: 'Cup', quantity: '2', unitPrice: '5' },
      ],
    },
  ]);
});

it('keeps a line that is nobody’s further variant as a row, so that its fault is told where it stands', () => {
  const products = 'id,name,price,variantId\nP1,Kettle,90,K-1\n,,,K-2\n\n,Teapot,40,\nP3,Cup,5,\nP3,Cup,6,\n';
  expect(csvRows('products', products).map(({ line, row }) => [line, row.id, row.name])).toEqual([
    [2, 'P1', 'Kettle'],
    [5, undefined, 'Teapot'],
    [6, 'P3', 'Cup'],
    [7, 'P3', 'Cup'],
  ]);
  expect(csvRows('customers', 'id,name\nC1,Ada\n,Grace\nC1,Edith\n')).toHaveLength(3);
});

it('refuses a column that reaches into a prototype', () => {
  expect(() => csvRows('customers', 'id,__proto__.admin\nC1,yes\n')).toThrow(/__proto__/);
});
