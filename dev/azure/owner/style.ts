/** How the owner's pages look, in the dark and the light theme of the browser. */
export const style = `
  :root {
    color-scheme: light dark;
    --ground: light-dark(#f5f5f5, #1b1a19);
    --panel: light-dark(#fff, #252423);
    --text: light-dark(#242424, #f3f2f1);
    --weak: light-dark(#5c5c5c, #b3b0ad);
    --line: light-dark(#d6d6d6, #484644);
    --link: light-dark(#0f6cbd, #62abf5);
    --button: #0f6cbd;
    --good: light-dark(#0e700e, #54b054);
    --bad: light-dark(#b10e1c, #f1707b);
    --wait: light-dark(#8a4b00, #faa06b);
    font: 14px/1.5 'Segoe UI', system-ui, sans-serif;
  }
  body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--text); }
  header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; padding: 12px 24px; background: var(--button); color: #fff; }
  header a { color: inherit; font-size: 16px; font-weight: 600; text-decoration: none; }
  main { max-width: 960px; margin: 0 auto; padding: 24px; }
  h1, h2, p, dl, dd { margin: 0; }
  h1 { font-size: 24px; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere; }
  h2 { font-size: 16px; font-weight: 600; overflow-wrap: anywhere; }
  h2:has(+ table) { margin: 24px 0 8px; }
  a { color: var(--link); }
  nav { margin-bottom: 8px; color: var(--weak); overflow-wrap: anywhere; }
  .weak { color: var(--weak); }
  table { border-collapse: collapse; table-layout: fixed; width: 100%; background: var(--panel); border: 1px solid var(--line); }
  th, td { border-top: 1px solid var(--line); padding: 8px 12px; text-align: left; overflow-wrap: anywhere; vertical-align: top; }
  thead th { border: 0; color: var(--weak); font-weight: 400; }
  tbody th { font-weight: 600; }
  col.wide { width: 40%; }
  col.group { width: 24%; }
  col.count { width: 130px; }
  td.count, th.count { text-align: right; }
  details { margin-top: 24px; }
  summary { cursor: pointer; }
  section { display: grid; gap: 12px; margin-top: 16px; padding: 16px; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; }
  .state { font-weight: 600; }
  .approved { color: var(--good); }
  .rejected, .disconnected { color: var(--bad); }
  .pending { color: var(--wait); }
  .done { margin-top: 16px; padding: 8px 12px; background: var(--panel); border: 1px solid var(--line); border-left: 4px solid var(--good); border-radius: 4px; }
  .refused { margin-top: 16px; padding: 8px 12px; background: var(--panel); border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: 110px minmax(0, 1fr); gap: 4px 16px; }
  dt { color: var(--weak); }
  dd { overflow-wrap: anywhere; }
  form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
  dl + form { padding-top: 12px; border-top: 1px solid var(--line); }
  label:has(textarea) { flex-basis: 100%; }
  label { flex: 1 1 240px; color: var(--weak); }
  button, input, textarea { box-sizing: border-box; min-height: 32px; padding: 4px 12px; border: 1px solid var(--line); border-radius: 4px; background: var(--panel); color: var(--text); font: inherit; }
  label input, label textarea { display: block; width: 100%; margin-top: 2px; }
  textarea { font-family: ui-monospace, monospace; resize: vertical; }
  button { cursor: pointer; }
  button:hover { border-color: var(--link); }
  button.first { background: var(--button); border-color: var(--button); color: #fff; }
  :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
  header :focus-visible { outline-color: #fff; }
  @media (max-width: 640px) {
    main { padding: 16px; }
    header { padding: 12px 16px; }
    col.group, .group, col.count, .count { display: none; }
    dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
    dd + dt { margin-top: 8px; }
  }
`;
