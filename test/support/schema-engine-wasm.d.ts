declare module '@prisma/schema-engine-wasm/schema_engine_bg' {
  export function __wbg_set_wasm(exports: object): void
  export const SchemaEngine: {
    new: (options: unknown, log: () => void, adapter: unknown) => Promise<{ diff(input: unknown): Promise<{ stdout: string | null }> }>
  }
}
