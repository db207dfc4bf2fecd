import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const addressSchema = z.object({
  收件人姓名: z.string().optional(),
  电话号码: z.string().optional(),
  国家: z.string(),
  省份: z.string(),
  城市: z.string(),
  区县: z.string(),
  详细地址: z.string(),
});
export type EcomAddress = z.output<typeof addressSchema>;

const productSchema = z.object({
  商品ID: z.string(),
  商品名称: z.string(),
  商品状态: z.string(),
  商品价格: z.number(),
  商品描述: z.string(),
  可换货商品: z.array(z.object({ 商品ID: z.string(), 商品描述: z.string(), 商品状态: z.string() })),
});
export type EcomProduct = z.output<typeof productSchema>;

const orderSchema = z.object({
  用户ID: z.string(),
  订单ID: z.string(),
  订单状态: z.string(),
  订单总金额: z.number(),
  订单商品列表: z.array(z.object({ 商品ID: z.string(), 单价: z.number(), 数量: z.number() })),
  收货地址: addressSchema,
  支付方式: z.string(),
});
export type EcomOrder = z.output<typeof orderSchema>;

const shipmentSchema = z.object({
  物流单号: z.string(),
  物流公司: z.string(),
  预计送达时间: z.string().nullable(),
  物流轨迹: z.array(z.object({ 时间: z.string(), 位置: z.string().nullable(), 描述: z.string().nullable() })),
});
const userSchema = z.object({
  用户ID: z.string(),
  用户姓名: z.string(),
  电话号码: z.string(),
  电子卡余额: z.number(),
  地址信息: addressSchema,
});
const invoiceSchema = z.object({ 订单ID: z.string(), 发票类型: z.string(), 发票抬头: z.string() });

/** Platform, then shop, then what it holds. */
const byShop = <T extends z.ZodType>(schema: T) =>
  z
    .record(z.string(), z.record(z.string(), schema))
    .transform((platforms): Array<z.output<T>> => Object.values(platforms).flatMap((shops) => Object.values(shops)));

const callSchema = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) });
const taskSchema = z.object({
  annotator: z.string(),
  user_id: z.string(),
  metadata: z.object({ actions: z.array(callSchema), searches: z.array(callSchema) }),
});
export type EcomCall = z.output<typeof callSchema>;
export type EcomTask = z.output<typeof taskSchema>;

export interface EcomDatabase {
  products: Map<string, EcomProduct>;
  orders: Map<string, EcomOrder>;
  shipments: Map<string, z.output<typeof shipmentSchema>>;
  users: Map<string, z.output<typeof userSchema>>;
  invoices: Map<string, z.output<typeof invoiceSchema>>;
}

/** The Chinese bench shop and its tasks, read where they lie. */
export async function readEcom(datasetsDir: string): Promise<{ database: EcomDatabase; tasks: EcomTask[] }> {
  const json = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(datasetsDir, 'ecom-bench-zh', file), 'utf8'));
  const [products] = byShop(z.record(z.string(), productSchema)).parse(await json('data/products.json'));
  const byUser = <T extends z.ZodType>(schema: T) => byShop(z.record(z.string(), z.record(z.string(), schema)));
  const [orders] = byUser(orderSchema).parse(await json('data/orders.json'));
  const [shipments] = byUser(shipmentSchema).parse(await json('data/logistics.json'));
  const flat = <T>(users: Record<string, Record<string, T>> | undefined): Map<string, T> =>
    new Map(Object.values(users ?? {}).flatMap((one) => Object.entries(one)));
  const table = <T>(rows: Record<string, T> | undefined): Map<string, T> => new Map(Object.entries(rows ?? {}));
  return {
    database: {
      products: table(products),
      orders: flat(orders),
      shipments: flat(shipments),
      users: table(z.record(z.string(), userSchema).parse(await json('data/users_info.json'))),
      invoices: table(z.record(z.string(), invoiceSchema).parse(await json('data/invoices.json'))),
    },
    tasks: z.array(taskSchema).parse(await json('tasks.train.json')),
  };
}
