import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { CheckIcon, MailIcon, Mark } from '../../ui/icons'
import { Notice } from '../../ui/notice'
import { Page, Section } from '../../ui/page'
import { ServiceChoices } from '../add/service-choices'

/** The first minute: what is kept where, and the services to begin with. */
export function FirstPage() {
  const text = useText().home.first
  const actions = useActions()
  const mailbox = useSnapshot((snapshot) => snapshot.surroundings.mailbox)
  const looksForUpdates = useSnapshot(({ desktop }) => desktop.updates !== undefined)
  const { services, alsoUpdates } = text.talksTo
  return (
    <Page before={<Mark className="first-mark" />} title={text.title}>
      <ul className="first-points">
        {[...text.sentences, looksForUpdates ? alsoUpdates : services].map((sentence) => (
          <li key={sentence}>
            <CheckIcon aria-hidden="true" />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      <Section title={text.begin}>
        <ServiceChoices />
      </Section>
      {mailbox !== undefined && (
        <Notice
          tone="info"
          actions={
            <Button icon={<MailIcon />} onClick={() => void actions.openSite({ what: 'mailbox' })}>
              {text.mailbox}
            </Button>
          }
        >
          {text.sandbox}
        </Notice>
      )}
    </Page>
  )
}
