#!/bin/sh
# dist.sh PROGRAM FOLDER: makes a tarball and a Debian package of a program, and the SHA-256 sums of both. The same commit
# gives the same bytes.
set -eu

program=$1
folder=$2
version=$("$program" --version | awk '{ print $2 }')
machine=$(uname -m)
epoch=$(git log -1 --format=%ct 2> /dev/null || date +%s)
name=broadsheet-linux-$machine

mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/broadsheet-$version
mkdir -p "$tree/bin" "$tree/share/doc/broadsheet"
strip -o "$tree/bin/broadsheet" "$program"
chmod 755 "$tree/bin/broadsheet"
sh scripts/share.sh "$program" "$work/share"
cp -R "$work/share/." "$tree/share/"
gzip -9n "$tree"/share/man/man1/*.1
cp LICENSE NOTICE.md README.md CHANGELOG.md "$tree/share/doc/broadsheet/"
cp -R docs/. "$tree/share/doc/broadsheet/docs/" && rm -rf "$tree/share/doc/broadsheet/docs/images"
find "$tree" -type d -exec chmod 755 {} +
find "$tree" -type f ! -path '*/bin/*' -exec chmod 644 {} +

tar --create --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner -C "$work" "broadsheet-$version" \
    | gzip -9n > "$folder/$name.tar.gz"

case $machine in
    x86_64) architecture=amd64 ;;
    aarch64) architecture=arm64 ;;
    *) architecture=$machine ;;
esac
package=$work/package
mkdir -p "$package/usr" "$package/DEBIAN"
cp -R "$tree/bin" "$tree/share" "$package/usr/"
cp LICENSE "$package/usr/share/doc/broadsheet/copyright"
printf 'broadsheet (%s) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n' "$version" \
    "The Broadsheet authors <authors@broadsheet.example>" "$(date -u -R -d "@$epoch")" \
    | gzip -9n > "$package/usr/share/doc/broadsheet/changelog.gz"
# The reader of YAML is a Swift package that brings the C library along.
mkdir -p "$package/usr/share/lintian/overrides"
echo 'broadsheet: embedded-library libyaml [usr/bin/broadsheet]' > "$package/usr/share/lintian/overrides/broadsheet"
# Where zsh of Debian looks.
mkdir -p "$package/usr/share/zsh/vendor-completions"
mv "$package/usr/share/zsh/site-functions/_broadsheet" "$package/usr/share/zsh/vendor-completions/"
rmdir "$package/usr/share/zsh/site-functions"

# The newest version of the C library that a symbol asks for.
glibc=$(objdump -T "$tree/bin/broadsheet" | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -1 | cut -d_ -f2)
size=$(du -sk "$package/usr" | cut -f1)
cat > "$package/DEBIAN/control" << CONTROL
Package: broadsheet
Version: $version
Architecture: $architecture
Maintainer: The Broadsheet authors <authors@broadsheet.example>
Installed-Size: $size
Depends: libc6 (>= $glibc), libgcc-s1, libstdc++6, libxml2, libsqlite3-0, libpsl5, zlib1g, ca-certificates, tzdata
Section: web
Priority: optional
Homepage: https://broadsheet.example/
Description: nightly news digest, published as a static site
 Asks every feed of a list at once under one deadline, tells a story once
 however many outlets have it, ranks the stories and says why, and publishes
 a dated static site with feeds and a health report.
CONTROL
find "$package" -exec touch --no-dereference --date="@$epoch" {} +
SOURCE_DATE_EPOCH=$epoch dpkg-deb --root-owner-group -Zxz --build "$package" \
    "$folder/broadsheet_${version}_$architecture.deb" > /dev/null

cd "$folder"
for file in "$name.tar.gz" "broadsheet_${version}_$architecture.deb"; do
    sha256sum "$file" > "$file.sha256"
    printf '%s: %s bytes\n' "$folder/$file" "$(stat -c %s "$file")"
done
printf 'It links %s.\n' "$(objdump -p "$tree/bin/broadsheet" | awk '/NEEDED/ { printf "%s%s", sep, $2; sep = ", " }')"
