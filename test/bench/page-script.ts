/** What is run in measured pages before their own scripts: a bridge to prepared answers, and clocks. */

/**
 * A bridge as the preload gives it, that answers with the snapshot and delivers events when told to
 * (`latchkeyBench.send`). Both are parsed from text each time, as a message between processes is copied.
 */
export function bridgeScript(snapshot: string): string {
  return `{
    const listeners = []
    const answers = { 'state.snapshot': ${JSON.stringify(`{"ok":true,"value":${snapshot}}`)} }
    const none = '{"ok":false,"failure":{"code":"unsupported"}}'
    globalThis.latchkey = {
      call: (name) => Promise.resolve(JSON.parse(answers[name] ?? none)),
      on(name, listener) {
        const entry = { name, listener }
        listeners.push(entry)
        return () => listeners.splice(listeners.indexOf(entry), 1)
      },
    }
    globalThis.latchkeyBench = {
      send(name, payload) {
        const copy = JSON.parse(payload)
        for (const one of [...listeners]) if (one.name === name) one.listener(copy)
      },
    }
  }`
}

/**
 * Tells on the console when the first element that matches was painted, in the page's own clock. Nobody
 * has to ask the page before: what asks would run in the time that is measured.
 */
export function firstPaintScript(selector: string): string {
  return `{
    const look = new MutationObserver(() => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) return
      look.disconnect()
      ${afterPaint(`console.info('${paintedWord} ' + performance.now())`)}
    })
    look.observe(document, { childList: true, subtree: true })
  }`
}

const paintedWord = 'painted'

/** Reads what `firstPaintScript` tells; undefined for any other message. */
export function paintedIn(message: string): number | undefined {
  const [word, at] = message.split(' ')
  return word === paintedWord ? Number(at) : undefined
}

/**
 * Defines \`benchAct(act, from)\`: does something and gives the milliseconds until what changed last has
 * been painted; changes count until none has come for a while. With \`from\`, time begins with the first
 * such event, as the system stamped it.
 */
export const actScript = `{
  const quietMs = 120
  globalThis.benchAct = (act, from) => new Promise((resolve) => {
    let painted = 0
    let quiet
    let began = performance.now()
    if (from) document.addEventListener(from, (event) => { began = event.timeStamp }, { capture: true, once: true })
    const changed = () => {
      clearTimeout(quiet)
      ${afterPaint('painted = performance.now(); quiet = setTimeout(done, quietMs)')}
    }
    const look = new MutationObserver(changed)
    const done = () => {
      look.disconnect()
      document.removeEventListener('input', changed, true)
      resolve(painted - began)
    }
    look.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    document.addEventListener('input', changed, true)
    act()
  })
}`

/** A frame is painted after its callbacks; a message posted in one of them comes after that. */
function afterPaint(then: string): string {
  return `requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => { ${then} }
    channel.port2.postMessage(0)
  })`
}
