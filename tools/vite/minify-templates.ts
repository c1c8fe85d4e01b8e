import { transform } from 'lightningcss';
import { parseSync, Visitor, type Plugin } from 'vite';

const PLACE = '--aukio-place:0';

/**
 * Takes out of templates what a browser does not read: comments and spaces in CSS, line breaks with their indentation
 * in HTML (they become the one space that they are shown as).
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'aukio:minify-templates',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/, code: /\b(css|html|svg)`/ },
      handler(code, id) {
        const edits: { start: number; end: number; text: string }[] = [];
        new Visitor({
          TaggedTemplateExpression({ tag, quasi }) {
            const name = tag.type === 'Identifier' ? tag.name : '';
            if (name === 'css') {
              const parts = minifyCss(quasi.quasis.map(({ value }) => value.cooked ?? ''), id);
              quasi.quasis.forEach(({ start, end }, at) => edits.push({ start, end, text: parts[at]! }));
            } else if (name === 'html' || name === 'svg') {
              for (const { start, end, value } of quasi.quasis) edits.push({ start, end, text: value.raw.replace(/\s*\n\s*/g, ' ') });
            }
          },
        }).visit(parseSync(id, code, { astType: 'js' }).program);
        let result = code;
        for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) result = result.slice(0, start) + text + result.slice(end);
        return { code: result, map: null };
      },
    },
  };
}

/** What stands between the parts is a block of rules; a declaration holds its place. */
function minifyCss(parts: readonly string[], filename: string): string[] {
  const { code } = transform({ filename, code: new TextEncoder().encode(parts.join(`${PLACE};`)), minify: true });
  const minified = new TextDecoder().decode(code).replace(/[\\`]|\$\{/g, '\\$&').split(new RegExp(`${PLACE};?`));
  if (minified.length !== parts.length) throw new Error(`${filename}: a part of the styles can only stand where a declaration can.`);
  return minified;
}
