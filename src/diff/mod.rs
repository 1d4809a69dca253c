//! What a rendering would change, and what becomes of hand edits. Pure: it knows trees, not where they come from.
//!
//! Two steps: [`compare`] says what is the case with every file (disk, lock and rendering against each other), and
//! [`decide`] makes of that, with the user's wishes, either an ordered list of steps or a list of conflicts.

mod compare;
mod decide;
mod lock;
mod merge;
mod pack;
mod posture;
mod signpost;
mod text;
mod view;

pub use compare::{Change, Changeset, Found, FoundFile, Snapshot, State, compare};
pub use decide::{Action, Before, Decision, OnEdit, Outcome, Step, Wishes, decide};
pub use lock::{LOCK_NAME, Lock, LockedFile, Stamp, digest};
pub use merge::{Merged, has_markers, merge};
pub use pack::{PACK_NAME, Pack};
pub use posture::{Direction, Posture};
pub use signpost::signposts;
pub use text::{Hunk, Line, Tag, TextChange, text_change};
pub use view::{Counts, FileView, FoundControls, View};
