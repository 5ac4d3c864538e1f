/**
 * The mailbox page's own script: asks for the mails once a second, lists them newest first, shows the
 * chosen one. Mail text only ever becomes text nodes; a mail's HTML is shown in a frame without scripts.
 */
export const pageScript = `
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
const names = { ipcola: 'IPCola', ruuvi: 'Ruuvi Cloud', cloudreve: 'Cloudreve' }
const list = document.getElementById('list')
const main = document.getElementById('mail')
let mails = []
let chosen
let drawn = ''

function copyRow(text, label, big) {
  const button = element('button', { type: 'button', textContent: 'Copy ' + label })
  button.onclick = async () => {
    await navigator.clipboard.writeText(text)
    button.textContent = 'Copied'
  }
  return element('div', { className: big ? 'copy big' : 'copy' }, element('code', { textContent: text }), button)
}

function show(mail) {
  chosen = mail?.id
  if (!mail) {
    main.replaceChildren(element('h2', { textContent: 'No mail yet' }),
      element('p', { textContent: 'What the sandbox services send appears here by itself.' }))
    return
  }
  const frame = element('iframe', { title: 'The mail', srcdoc: mail.html })
  // Links lead to the sandbox only: the services' real sites know nothing of these mails.
  const local = mail.link && new URL(mail.link).hostname === '127.0.0.1'
  frame.setAttribute('sandbox', local ? 'allow-popups allow-popups-to-escape-sandbox' : '')
  main.replaceChildren(
    element('h2', { textContent: mail.subject }),
    element('p', { textContent: names[mail.service] + ' to ' + mail.to + ', ' + new Date(mail.sentAt).toLocaleString() }),
    ...(mail.code ? [copyRow(mail.code, 'code', true)] : []),
    ...(mail.link ? [copyRow(mail.link, 'link', false)] : []),
    frame,
  )
  draw()
}

function draw() {
  list.replaceChildren(...[...mails].reverse().map((mail) => {
    const button = element('button', { type: 'button' },
      element('b', { textContent: mail.subject }),
      element('span', { textContent: mail.to }),
      element('span', { textContent: names[mail.service] + ', ' + new Date(mail.sentAt).toLocaleTimeString() }))
    button.setAttribute('aria-current', String(mail.id === chosen))
    button.onclick = () => show(mail)
    return element('li', {}, button)
  }))
}

async function refresh() {
  const to = new URLSearchParams(location.search).get('to')
  const { messages } = await (await fetch('/api/messages' + (to ? '?to=' + encodeURIComponent(to) : ''))).json()
  const now = JSON.stringify(messages.map((mail) => mail.id))
  if (now !== drawn) {
    drawn = now
    mails = messages
    show(mails.at(-1))
    draw()
  }
  const { codes } = await (await fetch('/api/authenticator')).json()
  document.getElementById('codes').replaceChildren(...codes.flatMap(({ email, code }) =>
    [element('span', { textContent: 'Second factor of ' + email + ' ' }), element('code', { textContent: code })]))
}

document.getElementById('vcode').onsubmit = async (event) => {
  event.preventDefault()
  const email = document.getElementById('email').value
  await fetch('/api/ipcola/vcode', { method: 'POST', body: JSON.stringify({ email }) })
  await refresh()
}

// What the site's admin would switch, drawn when opened.
const toggle = (label, on, path, body) => {
  const box = element('input', { type: 'checkbox', checked: on })
  box.onchange = () => fetch('/api/cloudreve/' + path,
    { method: 'PATCH', body: JSON.stringify({ ...body, on: box.checked }) })
  return element('label', {}, box, label)
}
document.getElementById('site').ontoggle = async (event) => {
  if (!event.target.open) return
  const { switches, users } = await (await fetch('/api/cloudreve')).json()
  document.getElementById('switches').replaceChildren(
    ...switches.map(({ name, label, on }) => toggle(label, on, 'settings', { name })),
    ...users.map(({ email, twoFactor }) =>
      toggle('Second factor for ' + email, twoFactor, 'second-factor', { email })))
}

show(undefined)
const tick = () => refresh().catch(() => undefined).then(() => setTimeout(tick, 1000))
tick()
`
