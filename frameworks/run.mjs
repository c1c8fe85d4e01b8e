import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../tools/build.mjs';
import { root } from '../tools/run.mjs';
import { install, setup } from '../tools/setup.mjs';

/**
 * Compiles pages in React 19, Vue 3 and Svelte 5 against the package as it is published: those that are right without a
 * fault, and in those that are wrong every fault that a developer may make.
 */
await setup();
await install('frameworks');

const folder = join(root, 'frameworks');

/** How each framework checks the types of a page, and how it begins the line of a fault. */
const COMPILERS = {
  react: { program: 'typescript/bin/tsc', args: ['--project', 'tsconfig.json'], fault: /error TS\d+:/ },
  vue: { program: 'vue-tsc/bin/vue-tsc.js', args: ['--noEmit', '--project', 'tsconfig.json'], fault: /error TS\d+:/ },
  svelte: { program: 'svelte-check/bin/svelte-check', args: ['--workspace', '.', '--tsconfig', './tsconfig.json', '--output', 'machine'], fault: /^\d+ ERROR / },
};
/** The elements in each faulty page, each of which has one. */
const FAULTS = 3;

let failed = 0;
let passed = 0;
if (existsSync(join(root, 'dist/index.js')) || (await build()) === 0) {
  unpack();
  for (const [name, compiler] of Object.entries(COMPILERS)) {
    verdict(`${name}: a page with the widgets`, faultsIn(compiler, join(folder, name, 'page')), 0);
    verdict(`${name}: a page with faults`, faultsIn(compiler, join(folder, name, 'faults')), FAULTS);
  }
} else failed = 1;
if (failed) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed`);

/** The package as it comes from a registry. */
function unpack() {
  const target = join(folder, 'node_modules/aukio');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const packed = mkdtempSync(join(tmpdir(), 'aukio-packed-'));
  try {
    const npm = process.env.npm_execpath;
    const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', packed];
    if (npm) execFileSync(process.execPath, [npm, ...pack], { cwd: root });
    else execFileSync('npm', pack, { cwd: root, shell: process.platform === 'win32' });
    execFileSync('tar', ['-xzf', join(packed, readdirSync(packed)[0]), '-C', target, '--strip-components=1']);
  } finally {
    rmSync(packed, { recursive: true });
  }
}

function faultsIn({ program, args, fault }, page) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'node_modules', program), ...args], { cwd: page, encoding: 'utf8' });
  const faults = stdout.split('\n').filter((line) => fault.test(line));
  // A compiler that did not run has found nothing.
  return status === 0 || faults.length ? faults : [`${program}: ${stdout}${stderr}`, ...Array(FAULTS)];
}

function verdict(title, faults, expected) {
  const right = faults.length === expected;
  if (right) passed += 1;
  else failed += 1;
  console.log(`${right ? '✓' : '✗'} ${title}${right ? '' : `: ${faults.length} faults, not ${expected}\n${faults.join('\n')}`}`);
}
