/** The icons in use, one name each, and Latchkey's own mark. */
export {
  ArrowLeft as BackIcon,
  Check as CheckIcon,
  Braces as HeaderIcon,
  ChevronDown as UnfoldIcon,
  ChevronRight as NextIcon,
  CircleAlert as BadIcon,
  CircleCheck as GoodIcon,
  ClipboardPaste as PasteIcon,
  Copy as CopyIcon,
  Download as ImportIcon,
  Ellipsis as MoreIcon,
  Eraser as ForgetIcon,
  ExternalLink as OutsideIcon,
  Eye as ShowIcon,
  EyeOff as HideIcon,
  Globe as SiteIcon,
  House as HomeIcon,
  Info as InfoIcon,
  Keyboard as KeyboardIcon,
  KeyRound as TokenIcon,
  Lock as LockIcon,
  LockOpen as KeychainIcon,
  LogIn as LogInIcon,
  LogOut as LogOutIcon,
  Mail as MailIcon,
  Pencil as RenameIcon,
  Plus as AddIcon,
  RefreshCw as RefreshIcon,
  Search as SearchIcon,
  Settings as SettingsIcon,
  SquareTerminal as TerminalIcon,
  Trash2 as RemoveIcon,
  Upload as ExportIcon,
  TriangleAlert as WarningIcon,
  Undo2 as UndoIcon,
  WandSparkles as MakeIcon,
  UserPlus as RegisterIcon,
  X as CloseIcon,
} from 'lucide-react'

/** The mark: a latchkey, its bow a ring, its bit two teeth. */
export function Mark(props: { className?: string }) {
  return (
    <svg
      className={`mark ${props.className ?? ''}`}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M15.2 16.8 27 5M22.6 9.4l4 4M18.6 13.4l2.6 2.6"
      />
      <circle cx="10.5" cy="21.5" r="6.5" fill="none" stroke="currentColor" strokeWidth="3" />
    </svg>
  )
}
