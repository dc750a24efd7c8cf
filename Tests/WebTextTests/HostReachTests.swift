import Testing
import WebText

@Suite struct HostReachTests {
    @Test(arguments: [
        "https://outlet.example/", "http://outlet.example:8080/a", "HTTPS://Outlet.Example", "https://1.1.1.1/",
        "https://[2606:4700::1111]/", "https://local.example/", "https://home.example/",
        "https://xn--bcher-kva.example/",
        "https://bücher.example/", "https://a_b.example/", "https://172.32.0.1/",
    ])
    func theInternetIsWithinReach(address: String) {
        #expect(HostReach.publicOnly.allows(address))
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://127.1/", "http://0x7f.1/", "http://0177.0.0.1/", "http://2130706433/", "http://0/",
        "http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.1.1/",
        "http://192.168.257/",
        "http://169.254.169.254/", "http://100.64.0.1/", "http://224.0.0.1/", "http://255.255.255.255/",
        "http://[::1]/", "http://[::]/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[::ffff:192.168.1.1]/",
        "http://[::ffff:c0a8:101]/", "http://[64:ff9b::a00:1]/", "http://[2002:c0a8:101::]/", "http://[::127.0.0.1]/",
        "http://localhost/", "http://LOCALHOST:80/", "http://a.localhost/", "http://localhost./", "http://nas.local/",
        "http://nas.LOCAL./", "http://db.internal/", "http://router.home.arpa/", "http://fritz.lan/", "http://router/",
        "http://192.168.1.1./", "http://user@192.168.1.1/", "http://outlet.example@192.168.1.1/",
        "http://outlet.example:80@192.168.1.1/", "http://%31%39%32.168.1.1/", "http://１９２.168.1.1/",
        "http://①⑦②.16.0.1/", "http://192。168。1。1/", "http://192．168．1．1/", "http://192｡168｡1｡1/",
        "http://loc\u{AD}alhost/", "http://local\u{2060}host/", "http://127.0.0.1\u{E0100}/",
        "http://127.0.0.1\u{180B}/",
        "http://ｌｏｃａｌｈｏｓｔ/", "http://192.168.1.1\\@outlet.example/", "http://192.168.1.1:080/", "http://192.168.1.1?x",
        "http://192.168.1.1#@outlet.example/", "http://[::1%25eth0]/", "http:///a", "http://", "ftp://outlet.example/",
        "a",
        "", "http://outlet.example:99999/", "http://1.2.3.4.5/", "http://fritz.box/", "http://FRITZ.box./",
        "http://a.fritz.box/", "http://wiki.test/", "http://abc.onion/", "http://a.alt/", "http://router.asus.com/",
        "http://www.routerlogin.net/",
    ])
    func privatePlacesAndWhatIsNoAddressAreNot(address: String) {
        #expect(!HostReach.publicOnly.allows(address))
    }

    @Test func aPrivateSourceMayLeadToItself() {
        let reach = HostReach(ofSourceAt: "http://192.168.1.5:8080/rss", allowsPrivate: true)
        #expect(reach.allows("http://192.168.1.5/a") && reach.allows("https://192.168.1.5:444/a"))
        #expect(reach.allows("https://outlet.example/"))
        #expect(!reach.allows("http://192.168.1.1/") && !reach.allows("http://localhost/"))
        let named = HostReach(ofSourceAt: "http://nas/rss", allowsPrivate: true)
        #expect(named.allows("http://nas/a") && !named.allows("http://router/a"))
    }

    /// A name that may lead inside is no reason not to ask, and then links within it lead no further.
    @Test func aSourceThatMayBeAskedMayLeadToItself() {
        let reach = HostReach(ofSourceAt: "http://abc.onion/rss", allowsPrivate: false)
        #expect(reach.allows("http://abc.onion/a") && !reach.allows("http://else.onion/a"))
        #expect(HostReach.publicOnly.allows("https://letter.box/") && HostReach.publicOnly.allows("https://asus.com/"))
        #expect(
            HostReach.publicOnly.allows("https://notfritz.box/")
                && HostReach.publicOnly.allows("https://my-router.asus.com/"))
    }

    /// Another port of one's own machine is another service.
    @Test func onLoopbackThePortCounts() {
        let reach = HostReach(ofSourceAt: "http://127.0.0.1:8080/rss", allowsPrivate: true)
        #expect(reach.allows("http://127.0.0.1:8080/a") && reach.allows("http://127.1:8080/a"))
        #expect(!reach.allows("http://127.0.0.1/a") && !reach.allows("http://127.0.0.1:8081/a"))
    }

    @Test func unlessTheUserAllowsItNoPrivatePlaceIsWithinReach() {
        #expect(HostReach(ofSourceAt: "http://192.168.1.5/rss", allowsPrivate: false) == .publicOnly)
        #expect(HostReach(ofSourceAt: "https://outlet.example/rss", allowsPrivate: true) == .publicOnly)
    }

    /// 57 of them are 63 characters in ASCII (RFC 1035 §2.3.4).
    @Test func aLabelIsNoLongerThanALabelMayBe() {
        let label = { String(repeating: "ä", count: $0) }
        #expect(HostName("\(label(57)).example") != nil)
        #expect(HostName("\(label(58)).example") == nil)
    }
}
