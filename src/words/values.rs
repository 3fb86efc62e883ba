//! What is filled into the messages: for each set of placeholders, the values that
//! take their place.

use crate::content::template::values;

values! {
    /// How much of how much is done.
    DoneOf { done, of }
    /// A number.
    Count { count }
    /// A number, and of how many.
    CountOf { count, of }
    /// A time in words.
    Time { time }
    /// Hours and minutes.
    HoursMinutes { hours, minutes }
    /// A platform, and the company behind it.
    NameCompany { name, company }
    /// A text to be quoted.
    Quoted { text }
    /// What is searched.
    Query { query }
    /// A day.
    On { date }
    /// The day of a change and the day of a tick.
    ChangedOn { changed, on }
    /// The day of a tick.
    TickedOn { on }
    /// A place in a row.
    StepOf { step, of }
    /// A language by its own name.
    InLanguage { language }
    /// How much of a language there is, in percent, and which ones stand in.
    ShareOf { percent, languages }
    /// The name of a host.
    Host { host }
    /// A platform’s name.
    Name { name }
    /// The day of a check.
    Checked { checked }
    /// A size in columns and lines.
    Size { width, height }
    /// Why something failed.
    Reason { reason }
    /// A damaged file, the line, and what is wrong there.
    DamagedFile { line, reason, path }
    /// A platform whose record cannot be read, the line, and what is wrong there.
    SkippedRecord { name, line, reason }
    /// A platform, and what each of two checklists says of it.
    Merged { name, ours, theirs }
    /// A platform, and what is now said of it.
    MergedSame { name, state }
    /// The size there is and the least that is needed.
    Sizes { width, height, least_width, least_height }
    /// A letter of the keyboard.
    Letter { letter }
    /// What the person gave.
    Given { given }
    /// What they may have meant.
    Nearest { nearest }
    /// What was given, and by which option or variable.
    GivenFrom { given, origin }
    /// The ones to choose from.
    KnownOnes { known }
    /// A file or folder, and why it failed.
    PathReason { path, reason }
    /// A place in the content, and what is wrong there.
    PlaceReason { place, reason }
    /// A place in the content.
    AtPlace { place }
    /// A file and its format number.
    PathFormat { path, format }
    /// A platform’s id.
    Id { id }
    /// What is asked for.
    Wanted { wanted }
    /// What was given, and what for.
    GivenWanted { given, wanted }
    /// A platform and a day.
    NameOn { name, date }
    /// What was given, and what else.
    GivenOther { given, other }
    /// How many faults were found, in words.
    FoundFaults { found }
    /// A stretch of a list, and how long the list is.
    FromToOf { from, to, of }
    /// A platform, its place in a list, and where it stands.
    NamePlaceState { name, place, of, state }
    /// A step, its place and title.
    StepOfTitle { step, of, title }
    /// A title, and how much is below it.
    TitleCount { title, count }
    /// What was searched, and how much was found.
    QueryCount { query, count }
    /// A label and the state it should show.
    LabelState { label, state }
    /// What the person typed, and what they can type.
    GivenKnown { given, known }
    /// The words that say yes, no and later.
    YesNoLater { yes, no, later }
    /// How many texts, and of which language.
    CountOfLanguage { count, language }
    /// A folder and how many texts are in it.
    FolderCount { folder, count }
    /// A folder.
    Folder { folder }
    /// A language’s tag.
    Tag { tag }
    /// Languages, the first to read first.
    Chain { chain }
    /// Names of plural forms.
    Forms { forms }
    /// A placeholder, as it is to be kept.
    Example { example }
    /// A language’s tag and the content folder.
    LanguageFolder { tag, folder }
    /// A platform’s name and the first day on which data was used.
    NameSince { name, since }
    /// The last day on which a refusal also covers what is there already.
    Deadline { deadline }
    /// The title of a page.
    PageName { page }
    /// A name and the id beside it.
    NameId { name, id }
    /// Where a mail goes.
    MailTo { mail }
    /// The program’s version and the day of the facts.
    ReportedVersion { version, checked }
    /// How many sources, and the date of the newest.
    Evidence { count, newest }
}
