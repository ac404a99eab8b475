import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
  header { border-bottom: 1px solid; margin-bottom: 1rem; }
  table { border-collapse: collapse; table-layout: fixed; width: 100%; }
  th, td { font-size: .95rem; border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: left; overflow-wrap: anywhere; }
  thead th { font-weight: normal; }
  col.wide { width: 40%; }
  col.group { width: 24%; }
  col.count { width: 7.5rem; }
  td.count, th.count { text-align: right; }
  section { border: 1px solid #8888; border-radius: 4px; margin: 1rem 0; padding: 0 1rem 1rem; }
  section h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
  .done { border-left: 4px solid #2a7; padding: .4rem .8rem; background: #2a71; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
  label { flex: 1 1 16rem; }
  label input { display: block; box-sizing: border-box; width: 100%; }
  button, input { font: inherit; padding: .3rem .6rem; min-height: 2.25rem; }
  button.first { background: #1f6feb; border: 1px solid #1f6feb; border-radius: 3px; color: #fff; }
  @media (max-width: 40rem) { col.group, .group { display: none; } col.count { width: 4rem; } }
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
