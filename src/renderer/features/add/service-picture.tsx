import type { ServicePicture as Picture } from '../../../shared/account'
import { CloudIcon, SensorIcon, SiteIcon } from '../../ui/icons'

const icons: Readonly<Record<Picture, typeof SiteIcon>> = {
  globe: SiteIcon,
  sensor: SensorIcon,
  cloud: CloudIcon,
}

/** The picture that a service's adapter has chosen for it. */
export function ServicePicture({ picture }: { picture: Picture }) {
  const Icon = icons[picture]
  return <Icon aria-hidden="true" />
}
