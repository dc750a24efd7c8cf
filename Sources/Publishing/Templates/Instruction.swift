/// A step of writing a page: what a part of a template became when its names were looked up, once and for all pages.
enum Instruction: Sendable {
    case text([UInt8])
    case insert(FieldPath, isEscaped: Bool)
    /// What is written with a field: once, or once for each member of a list.
    case with(FieldPath, [Instruction])
    /// What is written where there is nothing in a field.
    case without(FieldPath, [Instruction])
}

/// The way to a field at some place of a page.
struct FieldPath: Sendable, Hashable {
    /// Of the views that are open there, the outermost 0.
    let view: Int
    /// The place of the field in it, then of one in that; none for the open value itself.
    let places: [Int]
    /// Which of the words is meant, where the way leads to them.
    var word: String?
}
