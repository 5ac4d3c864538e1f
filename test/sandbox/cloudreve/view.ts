import { hashId } from './ids'
import type { CloudreveUser } from './store'
import { goTime } from './tokens'

// Facts: Cloudreve source service/user/response.go. What is empty or false is left out, as Go omits it.

const permission = { Admin: '/f8B', User: 'AQ==' } as const

/** A user as the API shows it. `group` is there only where the server loads it. */
export function userView(user: CloudreveUser, withGroup: boolean): object {
  return {
    id: hashId(user.id),
    email: user.email,
    nickname: user.nickname,
    status: user.status,
    created_at: goTime(user.createdAt),
    ...(user.language === '' ? {} : { language: user.language }),
    ...(withGroup ? { group: groupView(user.group) } : {}),
  }
}

/** What others may see of a user. */
export function profileView(user: CloudreveUser): object {
  return {
    id: hashId(user.id),
    nickname: user.nickname,
    created_at: goTime(user.createdAt),
    group: { id: groupId(user.group), name: user.group },
  }
}

/** Who asks without a token. */
export function anonymousView(): object {
  return {
    id: '',
    nickname: '',
    created_at: '0001-01-01T00:00:00Z',
    anonymous: true,
    group: { id: hashId(3), name: 'Anonymous', permission: 'BAAY' },
  }
}

function groupId(group: CloudreveUser['group']): string {
  return hashId(group === 'Admin' ? 1 : 2)
}

function groupView(group: CloudreveUser['group']): object {
  return {
    id: groupId(group),
    name: group,
    permission: permission[group],
    direct_link_batch_size: 10,
    trash_retention: 864_000,
  }
}
