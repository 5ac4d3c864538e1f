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
  Cloud as CloudIcon,
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
  Thermometer as SensorIcon,
  TriangleAlert as WarningIcon,
  Undo2 as UndoIcon,
  WandSparkles as MakeIcon,
  UserPlus as RegisterIcon,
  X as CloseIcon,
} from 'lucide-react'

/**
 * The mark: a latchkey, its bow a ring, its bit two teeth, of which the lower makes it an L. Every edge
 * lies on a whole pixel at 16 pixels. resources/icon.svg, mark.svg and active-mark.css draw the same shape.
 */
export function Mark(props: { className?: string }) {
  return (
    <svg
      className={`mark ${props.className ?? ''}`}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fill="currentColor"
        d="M14 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 17v13h12v-4h-8v-2h6v-4h-6v-3z"
      />
    </svg>
  )
}
