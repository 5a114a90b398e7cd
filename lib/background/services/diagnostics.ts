import type { DiagnosticsView } from '@/lib/contract/list';
import type { Result } from '@/lib/contract/result';
import { fail } from '@/lib/platform/result';

export type Diagnostics = { readonly view: () => Promise<Result<DiagnosticsView>> };

export function createDiagnostics(): Diagnostics {
  return { view: async () => await Promise.resolve(fail('unexpected', 'Not built yet.')) };
}
