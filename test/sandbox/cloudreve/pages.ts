import type { Answer } from '../kit/answer'
import { html } from '../kit/answer'

/**
 * The site's single-page app, as far as mailed links need it: opened in a browser, the activation page
 * activates by itself, and the reset page asks for a new password. Every other path shows a plain page.
 */
export function page(title: string): Answer {
  const name = title.replaceAll('<', '&lt;')
  return html(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:26em;margin:15vh auto;padding:0 1em}
input,button{font:inherit;padding:.5em .8em}</style></head>
<body><h1>${name}</h1><p id="say">Welcome.</p>
<form id="reset" hidden><input type="password" autocomplete="new-password" aria-label="New password" required>
<button>Set password</button></form>
<script>${script}</script></body></html>`)
}

const script = `
const say = (text) => { document.getElementById('say').textContent = text }
const query = new URLSearchParams(location.search)
const told = (answer, good) => say(answer.code === 0 ? good : answer.code + ' ' + answer.msg)
const api = (path, init) => fetch('/api/v4/user/' + path, init).then((response) => response.json())
if (location.pathname === '/session/activate') {
  api('activate/' + query.get('id') + '?sign=' + encodeURIComponent(query.get('sign') ?? ''))
    .then((answer) => told(answer, 'Your account is active. You can sign in now.'))
}
if (location.pathname === '/session/reset') {
  say('Choose a new password.')
  const form = document.getElementById('reset')
  form.hidden = false
  form.onsubmit = (event) => {
    event.preventDefault()
    const password = form.querySelector('input').value
    const body = JSON.stringify({ password, secret: query.get('secret') })
    api('reset/' + query.get('id'), { method: 'PATCH', body })
      .then((answer) => told(answer, 'Your password is changed. You can sign in now.'))
  }
}`
