import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
  header { border-bottom: 1px solid; margin-bottom: 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border-bottom: 1px solid; padding: .4rem .6rem; text-align: left; }
  section { border: 1px solid; border-radius: 4px; margin: 1rem 0; padding: 0 1rem 1rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
  button, input { font: inherit; padding: .3rem .6rem; min-height: 2rem; }
`;

/** A page of the stand-in that says what it is. */
export function layout(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} – Azure stand-in</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header><p>This is the Azure stand-in on your machine. It is not Azure.</p></header>
        <main>${content}</main>
      </body>
    </html>`;
}
