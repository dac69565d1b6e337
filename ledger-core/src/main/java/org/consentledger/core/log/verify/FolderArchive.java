package org.consentledger.core.log.verify;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** An archive that was unpacked. */
final class FolderArchive implements Archive {

  private final Path folder;

  FolderArchive(Path folder) {
    this.folder = folder;
  }

  @Override
  public void visit(Visitor visitor) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
            visitor.file(name, attributes.size());
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void checkPacking(Findings findings) {}

  @Override
  public boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  @Override
  public InputStream stream(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name));
  }

  @Override
  public long length(String name) throws IOException {
    return Files.size(folder.resolve(name));
  }

  @Override
  public void close() {}
}
