import Foundation
import Testing

@testable import Files

@Suite struct MountPointsTests {
    private static let list = """
        22 28 0:21 / /proc rw,nosuid shared:12 - proc proc rw
        90 28 0:50 / /srv/site/uploads rw - tmpfs tmpfs rw
        91 28 8:1 /data /srv/site/a\\040b rw,relatime shared:1 - ext4 /dev/sda1 rw
        92 28 8:1 /x /srv/site rw - ext4 /dev/sda1 rw
        93 28 8:1 /x /srv/site-2/y rw - ext4 /dev/sda1 rw
        """

    @Test func findsWhatIsMountedBelowAFolderAndNotTheFolderItself() {
        #expect(MountPoints.below("/srv/site", in: Self.list) == ["/srv/site/a b", "/srv/site/uploads"])
        #expect(MountPoints.below("/srv/site/uploads", in: Self.list).isEmpty)
        #expect(MountPoints.below("/srv", in: "").isEmpty)
    }

    /// The list is one of the files that the kernel makes up, which are not read where somebody else names them.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mountinfo")))
    func theListOfTheSystemIsRead() {
        #expect(MountPoints.below("/").contains("/proc"))
    }
}
