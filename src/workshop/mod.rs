//! A workshop as a state machine, without a terminal: a message comes in, the model
//! changes, effects go out. Two windows have a model each, the wall that the room
//! sees and the notes of whoever leads, and share a [`Position`].

mod attendance;
mod before_plan;
mod counting;
mod dropping;
mod fitting;
mod hands;
mod headings;
mod message;
mod model;
mod moving;
mod notes;
mod of_platform;
mod on_plan;
mod popup;
mod position;
mod prompt;
mod round;
mod sheet;
mod sources;
mod stages;
mod summary;
mod time_left;
mod timing;
mod update;

pub use attendance::Attendance;
pub use before_plan::{WALL_COMMAND, before};
pub use fitting::{Unfit, Wish, aside, by_hands, fit};
pub use hands::{Asked, Counted, asked};
pub use headings::{heading, headings};
pub use message::{Effect, Message};
pub use model::{LEAST, Left, Model, Other, Popup, Window, WindowPage, Wording};
pub use moving::{found_platforms, is_over};
pub use notes::{next, notes, place, timing, title};
pub use on_plan::{sheet, so_far};
pub use popup::{PopupPart, WIDEST, paged, width};
pub use position::{
    Aside, Cover, Cursor, FORMAT, LONGEST_QUESTION, MOST_PEOPLE, Phase, Position, Way,
};
pub use round::{Round, goes_round};
pub use sheet::{Piece, Sheet, count_words};
pub use sources::{Cited, sources};
pub use stages::stages;
pub use summary::{SummaryFormat, summary};
pub use timing::{Advice, Timing};
pub use update::update;
