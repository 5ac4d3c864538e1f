import type { FieldView } from '../../../../shared/flow'
import type { IpcolaStepDefinition } from '../step'
import type { IpcolaWords } from '../text/en'

/** The field for an address that is not known yet. */
export function emailField({ fields }: IpcolaWords): FieldView & { readonly name: 'email' } {
  return { kind: 'email', name: 'email', label: fields.email, required: true, value: '' }
}

/** Settles whom the code is for. Nothing is sent. */
export const addressStep: IpcolaStepDefinition<'address', 'email' | 'referenceKey'> = {
  look({ flow, email }, _memory, { words }) {
    const { fields, address } = words
    return {
      title: address[flow].title,
      text: email === undefined ? address[flow].text : address.known(email),
      fields: [
        ...(email === undefined ? [emailField(words)] : []),
        ...(flow === 'register'
          ? [
              {
                kind: 'text',
                name: 'referenceKey',
                label: fields.referenceKey,
                hint: fields.referenceKeyHint,
                required: false,
                value: '',
                maxLength: 200,
              } as const,
            ]
          : []),
      ],
      submit: address.submit,
    }
  },
  submit({ flow, email }, values) {
    const referenceKey = flow === 'register' ? values.referenceKey : ''
    return Promise.resolve({
      kind: 'step',
      step: { step: 'vcode', flow, email: email ?? values.email, referenceKey },
    })
  },
}
