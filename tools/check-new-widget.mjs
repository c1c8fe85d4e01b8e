import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run, runTool } from './run.mjs';

const COPIED = [
  'src', 'builder', 'service/src', 'test/node', 'stories/guides/cms-steps.ts', 'demo', 'fixtures', 'tools', 'package.json', 'custom-elements.json', 'tsconfig.json', 'web-test-runner.config.mjs', 'eslint.config.js', '.dependency-cruiser.cjs',
];

/**
 * Runs the generator on a throw-away name in a copy of the project, and asks of what it writes all that is asked of
 * the rest: so it never rots.
 */
const copy = mkdtempSync(join(tmpdir(), 'aukio-new-widget-'));

try {
  for (const path of COPIED) cpSync(join(root, path), join(copy, path), { recursive: true });
  for (const packages of ['node_modules', 'service/node_modules']) {
    if (existsSync(join(root, packages))) symlinkSync(join(root, packages), join(copy, packages), 'junction');
  }
  process.exitCode = await checked();
} finally {
  rmSync(copy, { recursive: true });
}

async function checked() {
  const inCopy = { cwd: copy };
  for (const step of [
    () => runTool('tsx', ['tools/new-widget.ts', 'throw-away', '--into', copy]),
    () => runTool('typescript', ['--noEmit'], { ...inCopy, bin: 'tsc' }),
    () => runTool('eslint', ['src/**/throw-away*.ts', 'src/*.ts', 'test/**/throw-away*.ts'], inCopy),
    () => runTool('dependency-cruiser', ['src', '--config', '.dependency-cruiser.cjs'], { ...inCopy, bin: 'depcruise' }),
    () => run(process.execPath, ['--import', 'tsx', '--test', 'test/node/widgets.test.ts', 'test/node/server.test.ts'], inCopy),
    () => runTool('@web/test-runner', ['--files', 'test/**/throw-away*.test.ts'], { ...inCopy, bin: 'wtr' }),
  ]) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}
