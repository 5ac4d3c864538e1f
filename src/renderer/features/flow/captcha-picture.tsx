import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { makesWay } from '../../../shared/busy'
import type { StepValues } from '../../../shared/flow'
import { useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { RefreshIcon } from '../../ui/icons'
import { usePatience } from '../../ui/use-time'

export interface CaptchaPictureProps {
  /** The field of its answer. */
  readonly name: string
  readonly image: string | undefined
  readonly form: UseFormReturn<StepValues>
  readonly busy: string | undefined
  readonly onNewPicture: () => void
}

/** The picture to read. A new one empties its answer and nothing else. */
export function CaptchaPicture({ name, image, form, busy, onNewPicture }: CaptchaPictureProps) {
  const text = useText().flow
  const asking = busy !== undefined && busy !== 'submit' && busy !== makesWay
  const loading = usePatience(asking)
  const { resetField } = form
  useEffect(() => {
    resetField(name, { defaultValue: '', keepError: true })
  }, [image, name, resetField])
  return (
    <div className="captcha">
      {image === undefined ? (
        <p className="captcha-missing">{loading ? text.captchaLoading : text.captchaMissing}</p>
      ) : (
        <img className="captcha-image" src={image} alt={text.captchaAlt} />
      )}
      <Button
        icon={<RefreshIcon />}
        look="quiet"
        busy={asking}
        unavailable={busy !== undefined}
        onClick={onNewPicture}
      >
        {text.newPicture}
      </Button>
    </div>
  )
}
