/// A site that another took the place of as a whole folder.
package struct ReplacedFolder: Sendable, Hashable {
    /// Where it stands since; before the swap, where the new one stands.
    let folder: String
    /// Where the new one stands since.
    let place: String
    /// Whether there was no site before.
    let isNone: Bool
    /// The paths at which the two differ; all else is of use to the next run where it builds in the same folder. `nil` where
    /// it does not, so that nothing is to stay.
    var differences: [String]?

    /// Swaps the two; false where the file system, or the place, does not allow it.
    func exchange() throws(DiskError) -> Bool {
        guard isNone else { return try Disk.exchange(folder, place) }
        try Disk.move(folder, to: place)
        return true
    }

    /// Has the site as it was before. The new one is removed.
    /// - Returns: Whether that could be done.
    @discardableResult
    func putBack() -> Bool {
        do throws(DiskError) {
            if isNone {
                try Disk.move(place, to: folder)
            } else {
                guard try Disk.exchange(folder, place) else { return false }
            }
        } catch {
            return false
        }
        letGo()
        return true
    }

    /// Removes it: the new one stays. What both have takes no space, and the next run need not make it again.
    func letGo() {
        do throws(DiskError) {
            guard let differences, !isNone else { return try Disk.removeTree(folder) }
            for path in differences { try Disk.removeTree(folder + "/" + path) }
        } catch {
            try? Disk.removeTree(folder)  // what is left is removed at the next run at the latest
        }
    }
}
