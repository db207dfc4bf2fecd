/** A stand-in that has the methods given and fails loudly, naming the method, when any other is called. */
export function strictFake<T extends object>(name: string, methods: Partial<T> = {}): T {
  return new Proxy(methods as T, {
    get(target, property, receiver) {
      if (property in target || typeof property === 'symbol' || property === 'then') {
        return Reflect.get(target, property, receiver);
      }
      return () => {
        throw new Error(`Unexpected call: ${name}.${property}`);
      };
    },
  });
}
