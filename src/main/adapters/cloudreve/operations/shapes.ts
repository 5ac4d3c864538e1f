/**
 * The parts of Cloudreve's answers that are used, read leniently: Go leaves out what is empty, Pro
 * adds more (source service/user/response.go; seed: Sign up).
 */
import { z } from 'zod'
import type { Session } from '../../adapter'

export const userStatuses = ['active', 'inactive', 'manual_banned', 'sys_banned'] as const
export type UserStatus = (typeof userStatuses)[number]

/** Milliseconds since the epoch from an RFC 3339 time; a time that cannot be read is refused. */
const instant = z
  .string()
  .transform((text) => Date.parse(text))
  .refine((at) => Number.isFinite(at))

/** Only `id` and `nickname` are sure in every answer that holds a user; both are '' for nobody. */
const userShape = z.lazy(() =>
  z.object({
    id: z.string(),
    nickname: z.string().nullish(),
    email: z.string().nullish(),
    // Shown and nothing else, so that neither a new state nor an odd date locks anybody out.
    status: z.string().nullish(),
    created_at: instant.nullish().catch(undefined),
    anonymous: z.boolean().nullish(),
    group: z.object({ name: z.string() }).nullish().catch(undefined),
  }),
)

/** A person at a site. `createdAt` is in milliseconds since the epoch. */
export interface User {
  readonly id: string
  readonly nickname: string | undefined
  readonly email: string | undefined
  readonly status: UserStatus | undefined
  readonly createdAt: number | undefined
  readonly anonymous: boolean
  readonly group: string | undefined
}

/** Go leaves out what is empty, other servers may send it as it is; both mean "not told". */
export function told(text: string | null | undefined): string | undefined {
  return text === '' ? undefined : (text ?? undefined)
}

export const user: z.ZodType<User> = z.lazy(() =>
  userShape.transform((read) => ({
    id: read.id,
    nickname: told(read.nickname),
    email: told(read.email),
    status: userStatuses.find((known) => known === read.status),
    // Go's zero time is in the year 1 and means "not set".
    createdAt: read.created_at && read.created_at > 0 ? read.created_at : undefined,
    anonymous: read.anonymous ?? false,
    group: read.group?.name,
  })),
)

/**
 * The address of whom an activation or a reset was for. Code 0 has said that it is done, so nothing
 * that is odd about the rest may turn it into a failure.
 */
export const owner: z.ZodType<{ readonly email: string | undefined }> = z.lazy(() =>
  z
    .object({ email: z.string().nullish().catch(undefined) })
    .nullish()
    .catch(undefined)
    .transform((read) => ({ email: told(read?.email) })),
)

/** A token pair with both ends of life (source pkg/auth/jwt.go). */
export const tokenPair: z.ZodType<Session> = z.lazy(() =>
  z
    .object({
      access_token: z.string().min(1),
      refresh_token: z.string().min(1),
      access_expires: instant.nullish(),
      refresh_expires: instant.nullish(),
    })
    .transform((read) => ({
      access: read.access_token,
      refresh: read.refresh_token,
      accessExpiresAt: read.access_expires ?? undefined,
      refreshExpiresAt: read.refresh_expires ?? undefined,
    })),
)
