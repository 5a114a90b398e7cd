/**
 * `npm run oracle`: working time against a walk over the minutes, 100,000 random cases on machines of each of four
 * zones. Some minutes; `npm test` runs the same with fewer cases.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const test = 'test/unit/domain/business-time.oracle.test.ts';
const { status } = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--project', 'unit', test],
  { cwd: root, stdio: 'inherit', env: { ...process.env, STEWARD_CASES: '100000' } },
);
process.exitCode = status ?? 1;
