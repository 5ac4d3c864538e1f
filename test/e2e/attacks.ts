/** Ways of loading, running and sending that a page of Latchkey must not have, and what stops each. */

export interface Attempt {
  readonly what: string
  /** Statements that run in the page. */
  readonly script: string
  /** The directive of the content security policy that is named when it is stopped. */
  readonly stoppedBy: string
}

/** The policy, written down once more: what stands in the program must not change unnoticed. */
export const expectedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]

/** What is tried; `outside` is a server that answers. */
export function attempts(outside: string): readonly Attempt[] {
  const url = (path: string): string => JSON.stringify(new URL(path, outside).href)
  const element = (tag: string, properties: string): string =>
    `document.body.append(Object.assign(document.createElement('${tag}'), { ${properties} }))`
  const intrude = `'globalThis.intruder = true'`
  return [
    {
      what: 'a script inside the page',
      script: element('script', `textContent: ${intrude}`),
      stoppedBy: 'script-src-elem',
    },
    {
      what: 'a script from outside',
      script: element('script', `src: ${url('/x.js')}`),
      stoppedBy: 'script-src-elem',
    },
    {
      what: 'a script in an attribute',
      script: `document.body.setAttribute('onclick', ${intrude})`,
      stoppedBy: 'script-src-attr',
    },
    {
      what: 'a style inside the page',
      script: element('style', `textContent: 'body { color: red }'`),
      stoppedBy: 'style-src-elem',
    },
    {
      what: 'a style sheet from outside',
      script: element('link', `rel: 'stylesheet', href: ${url('/x.css')}`),
      stoppedBy: 'style-src-elem',
    },
    {
      what: 'a picture from outside',
      script: element('img', `src: ${url('/x.png')}`),
      stoppedBy: 'img-src',
    },
    {
      what: 'a font from outside',
      script: `new FontFace('x', 'url(' + ${url('/x.woff2')} + ')').load().catch(() => undefined)`,
      stoppedBy: 'font-src',
    },
    {
      what: 'a film from outside',
      script: element('video', `src: ${url('/x.mp4')}`),
      stoppedBy: 'media-src',
    },
    {
      what: 'an embedded object',
      script: element('object', `data: ${url('/x.pdf')}`),
      stoppedBy: 'object-src',
    },
    {
      what: 'a frame from outside',
      script: element('iframe', `src: ${url('/')}`),
      stoppedBy: 'frame-src',
    },
    {
      what: 'a frame of the page’s own',
      script: element('iframe', `src: location.href`),
      stoppedBy: 'frame-src',
    },
    {
      what: 'a worker made of text',
      script: `new Worker(URL.createObjectURL(new Blob(['1'])))`,
      stoppedBy: 'worker-src',
    },
    {
      what: 'a request',
      script: `fetch(${url('/x')}).catch(() => undefined)`,
      stoppedBy: 'connect-src',
    },
    {
      what: 'a request to the program’s own scheme',
      script: `fetch(location.href).catch(() => undefined)`,
      stoppedBy: 'connect-src',
    },
    {
      what: 'a socket',
      script: `new WebSocket(${url('/x')}.replace('http', 'ws'))`,
      stoppedBy: 'connect-src',
    },
    {
      what: 'a stream of events',
      script: `new EventSource(${url('/x')})`,
      stoppedBy: 'connect-src',
    },
    {
      what: 'a beacon',
      script: `navigator.sendBeacon(${url('/x')}, 'x')`,
      stoppedBy: 'connect-src',
    },
    {
      what: 'another base for addresses',
      script: element('base', `href: ${url('/')}`),
      stoppedBy: 'base-uri',
    },
    {
      what: 'a form that is sent',
      script: `const form = Object.assign(document.createElement('form'), { action: ${url('/x')} })
        document.body.append(form)
        form.submit()`,
      stoppedBy: 'form-action',
    },
  ]
}
