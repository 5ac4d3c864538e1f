import './page.css'
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useKeptFocus } from './use-kept-focus'

export interface PageProps {
  readonly title: ReactNode
  /** The line under the title. */
  readonly subtitle?: ReactNode
  /** What stands right after the title, such as a button to change it. */
  readonly beside?: ReactNode
  /** Stands in the title's place while it is being changed. */
  readonly editor?: ReactNode
  /** What stands at the other end of the title's line. */
  readonly aside?: ReactNode
  readonly before?: ReactNode
  readonly children: ReactNode
  /** The focus goes to the title when the page opens, unless something on it takes it. */
  readonly focusTitle?: boolean
}

/** One screen of the content pane. */
export function Page(props: PageProps) {
  const { focusTitle = true } = props
  const page = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useKeptFocus(page, heading)
  useLeftAtTop(page)
  useEffect(() => {
    const taken = page.current?.contains(document.activeElement) === true
    if (focusTitle && !taken) heading.current?.focus({ preventScroll: true })
  }, [focusTitle])
  return (
    <div ref={page} className="page">
      {props.before}
      <header className="page-head">
        <div className="page-titles">
          <div className="page-title-row">
            <h1 ref={heading} tabIndex={-1} className={props.editor ? 'only-read' : 'page-title'}>
              {props.title}
            </h1>
            {props.editor ?? props.beside}
          </div>
          {props.subtitle && <p className="page-subtitle">{props.subtitle}</p>}
        </div>
        {props.aside}
      </header>
      {props.children}
    </div>
  )
}

/**
 * Leaves what scrolls the page at its top when the page goes, so that the next one begins there. The pages
 * have nothing else in common: it is not the page itself that scrolls.
 */
function useLeftAtTop(page: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = page.current
    return () => {
      for (let at = element?.parentElement; at; at = at.parentElement) at.scrollTop = 0
    }
  }, [page])
}

/** A part of a page under a heading of its own. */
export function Section(props: { title: string; text?: string | undefined; children: ReactNode }) {
  return (
    <section className="section">
      <h2 className="section-title">{props.title}</h2>
      {props.text && <p className="section-text">{props.text}</p>}
      {props.children}
    </section>
  )
}
