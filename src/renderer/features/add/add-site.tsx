import { useRef, useState, type SyntheticEvent } from 'react'
import type { AdapterId, ServerView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { sentences } from '../../../shared/text/sentences'
import { useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Field, Input } from '../../ui/field'
import { AddIcon } from '../../ui/icons'
import { Announcement } from '../../ui/small'
import { usePatience } from '../../ui/use-time'
import { useWrongFocus } from '../flow/focus-field'
import { TrustQuestion } from '../trust/trust-question'
import { useNewSite } from './use-new-site'

export interface AddSiteProps {
  readonly adapter: AdapterId
  /** Shows the form at once, where there is no site yet. */
  readonly open: boolean
  readonly onAdded: (server: ServerView) => void
}

/** Adds somebody's own site by its address, after it was looked up. */
export function AddSite(props: AddSiteProps) {
  const text = useText().add
  const [open, setOpen] = useState(props.open)
  if (!open) {
    return (
      <Button className="add-site-button" icon={<AddIcon />} onClick={() => setOpen(true)}>
        {text.addSite}
      </Button>
    )
  }
  return (
    <SiteForm
      {...props}
      onAdded={(server) => {
        setOpen(false)
        props.onAdded(server)
      }}
    />
  )
}

function SiteForm({ adapter, open: first, onAdded }: AddSiteProps) {
  const text = useText()
  const [address, setAddress] = useState('')
  const site = useNewSite(adapter, onAdded)
  const { failure, looking, ask } = site
  const busy = usePatience(looking)
  const form = useRef<HTMLFormElement>(null)
  // A question takes the focus itself.
  useWrongFocus(form, ask ? undefined : failure)
  function look(event: SyntheticEvent) {
    event.preventDefault()
    if (!looking) void site.add(address.trim())
  }
  return (
    <>
      <form ref={form} className="add-site" onSubmit={look} noValidate>
        {first && <p className="soft">{text.add.noSites}</p>}
        <Field
          label={text.add.addressLabel}
          hint={text.add.addressHint}
          error={failure && siteProblem(failure, text)}
          required
          end={
            <Button type="submit" look="primary" busy={looking} unavailable={looking}>
              {text.add.addressSubmit}
            </Button>
          }
        >
          {(ties) => (
            <Input
              {...ties}
              inputMode="url"
              autoComplete="url"
              autoFocus
              value={address}
              readOnly={looking}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <Announcement>{busy ? text.add.addressBusy : ''}</Announcement>
      </form>
      {ask && (
        <TrustQuestion
          // Another certificate is another question.
          key={ask.kind === 'certificate' ? ask.look.certificate.fingerprint : ask.host}
          ask={ask}
          busy={looking}
          onTrust={(wish) => void site.add(address.trim(), wish)}
          onCancel={site.decline}
        />
      )}
    </>
  )
}

/** What is wrong with the address, in one piece. */
function siteProblem(failure: Failure, text: ReturnType<typeof useText>): string {
  if (failure.code === 'invalid-input') {
    if (failure.detail === undefined) {
      return text.prose.stop(text.failures['invalid-input'].title)
    }
    return failure.detail === 'required' ? text.fieldProblems.required : failure.detail
  }
  const words = text.failures[failure.code]
  return sentences(text.prose.stop(words.title), words.text)
}
