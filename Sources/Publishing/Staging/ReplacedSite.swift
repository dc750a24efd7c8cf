/// The site that another took the place of, while it can still be put back: what the state has to say to it comes after
/// the swap, and may fail.
package enum ReplacedSite: Sendable, Hashable {
    case folder(ReplacedFolder)
    case files(ReplacedFiles)

    /// Has the site as it was before. The new one is removed.
    /// - Returns: Whether that could be done.
    @discardableResult
    package func putBack() -> Bool {
        switch self {
        case .folder(let folder): folder.putBack()
        case .files(let files): files.putBack()
        }
    }

    /// Removes it: the new one stays.
    package func letGo() {
        switch self {
        case .folder(let folder): folder.letGo()
        case .files(let files): files.letGo()
        }
    }
}
