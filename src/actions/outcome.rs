//! What came of something a person did, and the words for it.

use super::state_words::{mark_word, spoken_time, time_words};
use crate::catalogue::Catalogue;
use crate::checklist::Mark;
use crate::words::{Count, MergedSame, Name, Reason, Texts, Time};

/// What came of something a person did. A platform is named by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The platform is now marked so.
    Marked {
        /// The platform.
        platform: String,
        /// What it is marked as.
        mark: Mark,
    },
    /// An extra lever of the platform is now ticked off, or not any more.
    Sent {
        /// The platform.
        platform: String,
        /// Whether it is ticked off.
        sent: bool,
    },
    /// The person has said which platforms they use.
    Chosen {
        /// How many.
        count: usize,
        /// The minutes that those take that are still open.
        minutes: usize,
    },
    /// That was undone.
    ChoiceUndone,
    /// The platform asks for nothing that could be ticked off or put off.
    NothingToTick,
    /// The last change to the platform was undone.
    Undone {
        /// The platform.
        platform: String,
    },
    /// The last change to the platform, made before this run of the program, was undone.
    UndoneEarlier {
        /// The platform.
        platform: String,
        /// What it was marked as.
        was: Mark,
    },
    /// The last change, which was to several platforms, was undone.
    SeveralUndone {
        /// The platforms.
        platforms: Vec<String>,
    },
    /// Nothing was changed that could be undone.
    NothingToUndo,
    /// The last change was not undone, because somebody else has changed the platform
    /// since.
    ChangedSince {
        /// The platform.
        platform: String,
    },
    /// A change could not be saved, for this reason. It is tried again.
    NotSaved(String),
    /// There is no address to open or to copy.
    NoAddress,
    /// The system is being asked to open an address.
    Opening {
        /// Whether it starts an e-mail.
        mail: bool,
    },
    /// The system was asked to open an address.
    Asked {
        /// Whether it starts an e-mail.
        mail: bool,
    },
    /// The mail program could not be started, for this reason.
    MailFailed(String),
    /// This was sent to the clipboard.
    Copied(Copied),
}

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// An address.
    Address,
    /// A text to paste.
    Text,
}

impl Outcome {
    /// Whether it is a change, which holds once it is saved.
    #[must_use]
    pub fn is_change(&self) -> bool {
        matches!(
            self,
            Self::Marked { .. }
                | Self::Sent { .. }
                | Self::Chosen { .. }
                | Self::Undone { .. }
                | Self::UndoneEarlier { .. }
                | Self::SeveralUndone { .. }
                | Self::ChoiceUndone
        )
    }

    /// What is said of it, to be read.
    #[must_use]
    pub fn words(&self, catalogue: &Catalogue, texts: &Texts) -> String {
        let time = |minutes| time_words(minutes, &texts.interface.list);
        self.in_words(catalogue, texts, time)
    }

    /// The same, to be heard.
    #[must_use]
    pub fn spoken(&self, catalogue: &Catalogue, texts: &Texts) -> String {
        self.in_words(catalogue, texts, |minutes| spoken_time(minutes, texts))
    }

    /// The same, with times in these words.
    fn in_words(
        &self,
        catalogue: &Catalogue,
        texts: &Texts,
        time: impl Fn(usize) -> String,
    ) -> String {
        let words = &texts.interface.status;
        let facts = |id: &String| {
            let place = catalogue.position(id);
            place.map(|place| &catalogue.platforms[place])
        };
        let name = |id: &String| Name {
            name: facts(id)
                .map_or(id.as_str(), |facts| facts.name_in(texts))
                .to_owned(),
        };
        // What asks for nothing is done with an objection alone, and never to do.
        let asks = |id: &String| facts(id).is_none_or(|facts| facts.kind.asks());
        let text = match self {
            Self::Marked { platform, mark } => {
                let message = match mark {
                    Mark::Todo if !asks(platform) => &words.now_unmarked,
                    Mark::Todo => &words.now_todo,
                    Mark::Done if !asks(platform) => &words.now_sent,
                    Mark::Done => &words.now_done,
                    Mark::Later => &words.now_later,
                    Mark::NotConcerned => &words.now_not_concerned,
                    Mark::NotFound => &words.now_not_found,
                };
                return message.fill(&name(platform));
            }
            Self::Sent { platform, sent } => {
                let message = if *sent {
                    &words.now_sent
                } else {
                    &words.now_unsent
                };
                return message.fill(&name(platform));
            }
            Self::Chosen { count: 0, .. } => &words.chosen_none,
            Self::Chosen { count, minutes } => {
                let number = Count {
                    count: count.to_string(),
                };
                let mut said = words.chosen.fill(&texts.language, *count, &number);
                if *minutes > 0 {
                    let time = time(*minutes);
                    said = format!("{said} {}", words.chosen_time.fill(&Time { time }));
                }
                return said;
            }
            Self::ChoiceUndone => &words.choice_undone,
            Self::Undone { platform } => return words.undone.fill(&name(platform)),
            Self::UndoneEarlier { platform, was } => {
                let state = match was {
                    Mark::Done if !asks(platform) => &texts.interface.states.objected,
                    mark => mark_word(*mark, texts),
                };
                return words.undone_earlier.fill(&MergedSame {
                    name: name(platform).name,
                    state: state.to_owned(),
                });
            }
            Self::SeveralUndone { platforms } => {
                let names: Vec<_> = platforms.iter().map(|id| name(id).name).collect();
                let name = names.join(", ");
                return words.undone.fill(&Name { name });
            }
            Self::ChangedSince { platform } => return words.changed_since.fill(&name(platform)),
            Self::NotSaved(reason) => {
                let reason = reason.clone();
                return words.not_saved.fill(&Reason { reason });
            }
            Self::MailFailed(reason) => {
                let reason = reason.clone();
                return words.mail_failed.fill(&Reason { reason });
            }
            Self::NothingToTick => &words.nothing_to_tick,
            Self::NothingToUndo => &words.nothing_to_undo,
            Self::NoAddress => &words.no_address,
            Self::Opening { mail: true } => &words.opening_mail,
            Self::Opening { mail: false } => &words.opening,
            Self::Asked { mail: true } => &words.asked_mail,
            Self::Asked { mail: false } => &words.asked,
            Self::Copied(Copied::Address) => &words.copied,
            Self::Copied(Copied::Text) => &words.copied_text,
        };
        text.to_string()
    }
}
