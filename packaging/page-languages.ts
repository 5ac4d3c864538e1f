import type { Plugin, Rolldown } from 'vite'
import { locales, type Locale } from '../src/shared/text/locale'

/** The name of a page that asks for the words of a language: `index.fi.html`. */
export function pageIn(locale: Locale, page: string): string {
  return page.replace(/\.html$/, `.${locale}.html`)
}

/**
 * Makes of each page one for each language, which asks for the words together with the scripts. Else the
 * first script that runs asks for them, and everything waits once more.
 */
export function pageLanguages(): Plugin {
  return {
    name: 'page-languages',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const page of Object.values(bundle)) {
          if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue
          for (const locale of locales) {
            const source = asking(String(page.source), wordFiles(bundle, locale))
            this.emitFile({ type: 'asset', fileName: pageIn(locale, page.fileName), source })
          }
        }
      },
    },
  }
}

/** The script that holds the words of a language, and those that it imports. */
function wordFiles(bundle: Rolldown.OutputBundle, locale: Locale): readonly string[] {
  for (const words of Object.values(bundle)) {
    if (words.type !== 'chunk') continue
    const module = words.facadeModuleId?.replaceAll('\\', '/')
    if (module?.endsWith(`/src/shared/text/${locale}.ts`)) {
      return [words.fileName, ...words.imports]
    }
  }
  throw new Error(`No script holds the words of ${locale}.`)
}

function asking(page: string, scripts: readonly string[]): string {
  const links = scripts
    .filter((script) => !page.includes(script))
    .map((script) => `  <link rel="modulepreload" crossorigin href="./${script}">\n  `)
  return page.replace('</head>', `${links.join('')}</head>`)
}
