/**
 * Runs a module in a page of its own with a Content Security Policy, and gives what it posts as its `result`.
 * @param module JavaScript; what it imports is resolved against the root of the project
 */
export async function runUnderPolicy(policy: string, module: string): Promise<unknown> {
  const page = document.createElement('iframe');
  // A blob has the origin of the page that made it, so modules load as they do there.
  const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module">
    try { parent.postMessage(await (async () => { ${module.replaceAll('from-root:', `${location.origin}/`)} })(), '*'); }
    catch (error) { parent.postMessage(String(error), '*'); }
  </script>`;
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  try {
    const answer = new Promise((resolve) => {
      addEventListener('message', function listen({ source, data }) {
        if (source !== page.contentWindow) return;
        removeEventListener('message', listen);
        resolve(data);
      });
    });
    page.src = url;
    document.body.append(page);
    return await answer;
  } finally {
    page.remove();
    URL.revokeObjectURL(url);
  }
}
