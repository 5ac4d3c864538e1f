/** Every step of every flow of every service, as its adapter draws it. */
import type { AttemptView } from '../../shared/flow'
import { material, withPicture } from './material'
import type { WalkedStep } from './page-api'
import { attempt } from './sample-steps'
import { ids } from './sample-ids'
import { servers } from './sample-services'
import { snapshot } from './samples'
import type { Scene } from './scenes'

function nameOf({ adapter, flow, view, variant }: WalkedStep): string {
  return ['step', adapter, flow, view.step, variant].filter((part) => part !== undefined).join('-')
}

function attemptAt(walked: WalkedStep): AttemptView {
  const adapter = ids.adapter(walked.adapter)
  const server = servers.find((one) => one.adapter === adapter)
  if (!server) throw new Error(`The samples have no server of ${walked.adapter}.`)
  return attempt(withPicture(walked.view), {
    ...{ adapter, server: server.id, flow: walked.flow, title: walked.title },
    ...(walked.email !== undefined && { email: walked.email }),
  })
}

function sceneOf(walked: WalkedStep): Scene {
  const view = attemptAt(walked)
  return {
    snapshot: snapshot({ attempts: [view] }),
    place: { kind: 'attempt', attempt: view.id },
  }
}

export const stepScenes: Readonly<Record<string, Scene>> = Object.fromEntries(
  (material?.steps ?? []).map((walked) => [nameOf(walked), sceneOf(walked)]),
)
