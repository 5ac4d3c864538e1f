import { pageScript } from './page-script'

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1d2330, #e6e9f0); --soft: light-dark(#5b6475, #9aa4b5);
  --line: light-dark(#dfe3ea, #2c3442); --paper: light-dark(#fff, #171b24); --desk: light-dark(#f3f5f9, #0f131a);
  --mark: light-dark(#2457d6, #8fb0ff); --wash: light-dark(#eaf0ff, #1d2a4a) }
* { box-sizing: border-box }
body { margin: 0; height: 100vh; display: grid; grid-template: auto 1fr / 22rem 1fr;
  font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--desk) }
header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center;
  padding: .75rem 1.25rem; background: var(--paper); border-bottom: 1px solid var(--line) }
h1 { font-size: 1.05rem; margin: 0 auto 0 0 } h1 small { font-weight: 400; color: var(--soft) }
form { display: flex; gap: .5rem; align-items: center } label { color: var(--soft) }
input, button { font: inherit; color: inherit; padding: .35rem .7rem; border-radius: .45rem;
  border: 1px solid var(--line); background: var(--desk) }
button { cursor: pointer; font-weight: 600 }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px }
#list { overflow: auto; margin: 0; padding: .5rem; list-style: none; border-right: 1px solid var(--line) }
#list button { width: 100%; text-align: left; font-weight: 400; background: none; border-color: transparent;
  padding: .6rem .75rem }
#list button[aria-current=true] { background: var(--wash) }
#list b, #list span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
#list span { color: var(--soft); font-size: .85rem }
main { padding: 1.5rem 2rem; overflow: auto } main h2 { margin: 0 0 .2rem; font-size: 1.3rem }
main p { margin: 0 0 1rem; color: var(--soft) }
.copy { display: flex; gap: .75rem; align-items: center; margin: 0 0 1rem; padding: .75rem 1rem;
  border: 1px solid var(--line); border-radius: .6rem; background: var(--paper) }
.copy code { flex: 1; overflow-wrap: anywhere; user-select: all; font: 600 1rem/1.4 ui-monospace, monospace }
.copy.big code { font-size: 1.6rem; letter-spacing: .12em }
iframe { width: 100%; height: 18rem; border: 1px solid var(--line); border-radius: .6rem; background: #fff }
details { position: relative } summary { cursor: pointer; font-weight: 600 }
#switches { position: absolute; right: 0; z-index: 1; width: 21rem; margin-top: .6rem; padding: .75rem 1rem;
  border: 1px solid var(--line); border-radius: .6rem; background: var(--paper); box-shadow: 0 8px 24px #0003 }
#switches label { display: flex; gap: .6rem; padding: .2rem 0; color: var(--ink); overflow-wrap: anywhere }
#codes { color: var(--soft) } #codes code { color: var(--ink); font-weight: 600 }
`

/** The mailbox as a web page: one file, no outside resource. */
export const mailboxPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandbox mailbox</title><style>${style}</style></head>
<body>
<header>
  <h1>Mailbox <small>of the sandbox: nothing here leaves this computer</small></h1>
  <span id="codes"></span>
  <form id="vcode">
    <label for="email">Ask IPCola’s site for a vcode</label>
    <input id="email" name="email" type="email" placeholder="you@example.com" required>
    <button>Send it</button>
  </form>
  <details id="site"><summary>Cloudreve site</summary><div id="switches"></div></details>
</header>
<ul id="list" aria-label="Mails"></ul>
<main id="mail" aria-live="polite"></main>
<script>${pageScript}</script>
</body>
</html>
`
