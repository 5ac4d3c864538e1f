import { useActions, useSnapshot } from '../../stores/context'
import { ChoiceCard } from '../../ui/choice-card'
import { ServicePicture } from './service-picture'

/** The services, each with a sentence on what it is. */
export function ServiceChoices() {
  const actions = useActions()
  const services = useSnapshot((snapshot) => snapshot.services)
  return (
    <div className="choices">
      {services.map((service) => (
        <ChoiceCard
          key={service.adapter}
          title={service.name}
          text={service.tagline}
          icon={<ServicePicture picture={service.picture} />}
          onChoose={() => actions.goTo({ kind: 'add', adapter: service.adapter })}
        />
      ))}
    </div>
  )
}
