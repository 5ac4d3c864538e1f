/** A backup through the window: written on one computer, and taken in on another that has none of it. */
import { mkdtemp, readdir, readFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addRuuvi } from '../walks/accounts'
import { expect, test } from './fixtures'
import { isReady } from './quick-ways'
import { expectHidden, keptSecrets } from './secrets'

const passphrase = 'grey otters climb slowly'

test('a backup brings accounts and tokens to a new list, and neither file nor page tells them', async ({
  computer,
  person,
}) => {
  const { desktop } = person.app
  test.skip(desktop === undefined, 'The system’s own dialogs cannot be answered.')
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-backup-'))
  const path = join(folder, 'mine.latchkey')
  const token = await addRuuvi(person, 'home@tags.example')
  const settings = await person.openSettings()

  await settings.press('Export a backup…')
  await settings.fill('Passphrase of the backup', passphrase)
  await desktop?.answerNextDialog(path)
  await settings.press('Choose where…')
  await settings.reads('“mine.latchkey” is written')
  await settings.reads('It holds one account and one token.')
  await settings.press('Show in folder')
  await expect.poll(() => desktop?.openedPaths()).toEqual([path])
  expect(await readdir(folder)).toEqual(['mine.latchkey'])
  const text = await readFile(path, 'latin1')
  for (const word of [token, 'home@tags', passphrase]) expect(text).not.toContain(word)
  await expectHidden([token, passphrase], computer, settings)
  await person.app.close()

  // Another computer: the same keychain, and a list that begins anew.
  await rename(join(computer.profile, 'book.json'), join(folder, 'book.json'))
  await rename(join(computer.profile, 'book.json.bak'), join(folder, 'book.json.bak'))
  const other = await computer.start()
  await other.app.desktop?.answerNextDialog(path)
  await other.sees('Every account, one click away')
  await other.page.keyboard.press('Control+k')
  await expect(other.page.getByRole('combobox')).toBeFocused()
  await other.page.keyboard.type('import a backup')
  await other.page.keyboard.press('Enter')
  const there = await other.at('settings')
  await there.fill('Passphrase of the backup', 'grey otters climb')
  await there.press('Open')
  await there.reads('This passphrase is not right')
  await there.fill('Passphrase of the backup', passphrase)
  await there.press('Open')
  const row = there.page.getByRole('row', { name: /home@tags\.example/ })
  await expect(row).toContainText('With its token')
  await expect(row.getByRole('checkbox')).toBeChecked()
  expect(await keptSecrets(computer)).toEqual([])
  await there.press('Import one change')
  await there.reads('Added: one account and one token.')
  expect(await keptSecrets(computer)).toMatchObject([{ email: 'home@tags.example', access: token }])
  await isReady(other, 'home@tags.example')
  await expectHidden([token, passphrase], computer, there)
})
