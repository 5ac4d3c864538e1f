import './scripts.css'
import { readScriptsProblem } from '../../../shared/scripts-problem'
import type { Settings } from '../../../shared/settings'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Field, Input } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/page'
import { RadioRows, Row, Rows } from '../../ui/switch'

const modes: readonly Settings['scripts'][] = ['off', 'ask', 'on']

/** Whether scripts get tokens, how they ask, and which programs are allowed for good. */
export function ScriptsSection() {
  const words = useText().scripts
  const { changeSettings } = useActions()
  const { scripts } = useSnapshot((snapshot) => snapshot.settings)
  const { scriptsProblem } = useSnapshot((snapshot) => snapshot.desktop)
  return (
    <Section title={words.title} text={words.text}>
      {scriptsProblem !== undefined && (
        <Notice tone="warning" title={words.problem.title}>
          <Problem line={scriptsProblem} />
        </Notice>
      )}
      <Rows>
        <RadioRows
          label={words.mode}
          value={scripts}
          options={modes.map((value) => ({ value, ...words.modes[value] }))}
          onChange={(value) => void changeSettings({ scripts: value })}
        />
        {scripts !== 'off' && <Command />}
        {scripts === 'ask' && <AllowedPrograms />}
      </Rows>
    </Section>
  )
}

/** What is wrong with the place where commands would come in, and the way out where one is known. */
function Problem({ line }: { line: string }) {
  const { problem } = useText().scripts
  const unsafe = readScriptsProblem(line)
  if (unsafe) return problem.unsafe[unsafe.kind](unsafe.path)
  return (
    <>
      {problem.text}
      <span className="script-problem">{line}</span>
    </>
  )
}

/** The words to paste, for the first service that has an account. */
function Command() {
  const words = useText().scripts
  const command = useSnapshot((snapshot) => snapshot.desktop.scriptCommand)
  const service = useSnapshot(
    (snapshot) => (snapshot.accounts.find((one) => one.active) ?? snapshot.services[0])?.adapter,
  )
  if (command === undefined || service === undefined) return null
  return (
    <div className="script-command">
      <Field label={words.command} hint={words.commandHint}>
        {(ties) => (
          <Input
            {...ties}
            className="script-words"
            readOnly
            value={`${command} token ${service}`}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
    </div>
  )
}

function AllowedPrograms() {
  const words = useText().scripts
  const { removeProgram } = useActions()
  const { allowedPrograms } = useSnapshot((snapshot) => snapshot.settings)
  return (
    <>
      <Row
        label={words.allowed}
        hint={allowedPrograms.length === 0 ? words.noneAllowed : words.allowedText}
      />
      {allowedPrograms.map((program) => (
        <Row key={program} label={program}>
          <Button
            look="quiet"
            aria-label={words.removeProgram(program)}
            onClick={() => void removeProgram(program)}
          >
            {words.remove}
          </Button>
        </Row>
      ))}
    </>
  )
}
