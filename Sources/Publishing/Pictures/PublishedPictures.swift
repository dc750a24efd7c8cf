import Files
package import Foundation
package import NewsModel

/// The copies of pictures that a site in a folder has.
package struct PublishedPictures: Sendable {
    private let folder: String
    private let names: Set<String>

    /// Those of the site in an output that an earlier run listed.
    package init(in output: URL) {
        folder = output.standardizedFileURL.resolvingSymlinksInPath().path
        names = Set((Manifest.read(in: output)?.files ?? []).filter(SitePaths.isPicture))
    }

    /// Whether a copy is there.
    package func has(_ picture: PictureCopy) -> Bool {
        let path = SitePaths.picture(picture.name)
        return names.contains(path) && Disk.kind(folder + "/" + path) == .file
    }
}
