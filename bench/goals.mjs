import { tsImport } from 'tsx/esm/api';
import { COLUMNS, rowOf } from './peers/goals.js';

/** @typedef {ReturnType<typeof rowOf>} Row */

/**
 * @typedef {object} Report
 * @property {number} count how many goals
 * @property {string} json the report as a JSON file
 * @property {string} pasted the same goals as an editor pastes them: a table for each line, under what names it
 * @property {string} first the title of the first goal
 * @property {string} word a word that about a tenth of the goals have, and the first has not
 * @property {number} matches how many goals have the word
 */

/**
 * A report of `count` goals of the length that real ones have.
 * @returns {Promise<Report>}
 */
export async function makeReport(count) {
  const { manyGoals } = await tsImport('../fixtures/goals/make-many.ts', import.meta.url);
  const report = manyGoals(count);
  const rows = report.goals.map(rowOf);
  return { count, json: JSON.stringify(report), pasted: pastedTables(report), first: rows[0].goal, ...wordFor(report.goals, rows) };
}

/** @param {readonly { focus: string, line: string }[]} goals @param {readonly Row[]} rows */
function wordFor(goals, rows) {
  const texts = rows.map((row) => Object.values(row).join('\n').toLowerCase());
  // The goal report also searches these, and would find more rows than the others by them.
  const elsewhere = [...new Set(goals.flatMap(({ focus, line }) => [focus, line]))].join('\n').toLowerCase();
  // Letters without marks alone, since some tables find "a" by "ä" and some do not.
  const words = [...new Set(texts.flatMap((text) => text.match(/(?<!\p{L})[a-z]{6,10}(?!\p{L})/gu) ?? []))];
  const counted = words
    .filter((word) => !elsewhere.includes(word) && !texts[0].includes(word))
    .map((word) => ({ word, matches: texts.filter((text) => text.includes(word)).length }));
  const wanted = rows.length / 10;
  return counted.reduce((best, next) => (Math.abs(next.matches - wanted) < Math.abs(best.matches - wanted) ? next : best));
}

function pastedTables({ periods, goals }) {
  const head = `<tr>${Object.values(COLUMNS).map((label) => `<th>${escaped(label)}</th>`).join('')}</tr>`;
  const byLine = new Map();
  for (const goal of goals) byLine.set(goal.line, [...(byLine.get(goal.line) ?? []), goal]);
  const parts = [`<p>Raportointijakso: ${escaped(periods.at(-1).label)}</p>`];
  for (const [line, group] of byLine) {
    const rows = group.map((goal) => `<tr>${Object.values(rowOf(goal)).map((text) => `<td>${text.split('\n').map((part) => `<p>${escaped(part)}</p>`).join('')}</td>`).join('')}</tr>`);
    parts.push(`<p>Strateginen painopiste: ${escaped(group[0].focus)}</p><p>Tavoitelinjaus: ${escaped(line)}</p><table>${head}${rows.join('')}</table>`);
  }
  return parts.join('\n');
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
